/** What the registry knows of a public body. */
@NullMarked
package ca.balise.genai.organization.model;

import org.jspecify.annotations.NullMarked;
