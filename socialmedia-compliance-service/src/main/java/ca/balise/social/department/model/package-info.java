/** What is known of a department, and what a sub-unit takes from its department. */
@NullMarked
package ca.balise.social.department.model;

import org.jspecify.annotations.NullMarked;
