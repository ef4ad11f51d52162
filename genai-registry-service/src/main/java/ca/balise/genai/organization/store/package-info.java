/** Where public bodies are kept: tables of institutions, which PostgreSQL keeps apart. */
@NullMarked
package ca.balise.genai.organization.store;

import org.jspecify.annotations.NullMarked;
