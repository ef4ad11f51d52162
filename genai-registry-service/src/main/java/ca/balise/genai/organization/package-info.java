/**
 * The public bodies of the registry, each with its category under article 2 of the LGGRI (the Act respecting the governance and
 * management of the information resources of public bodies and government enterprises), proved and dated. Whether a suspension
 * binds a body is not decided here.
 */
@NullMarked
package ca.balise.genai.organization;

import org.jspecify.annotations.NullMarked;
