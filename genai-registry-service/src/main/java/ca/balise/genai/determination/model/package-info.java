/**
 * The rules of the suspension IA-RI-2025-001-OP, in plain Java: R1 to R7 in order, the five exceptions, the eighteen points that the
 * text leaves open. What each rule says and quotes is data: {@code rules/suspension.yaml}.
 */
@NullMarked
package ca.balise.genai.determination.model;

import org.jspecify.annotations.NullMarked;
