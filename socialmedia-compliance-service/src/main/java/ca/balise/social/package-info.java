/**
 * The privacy obligations of official social-media accounts. Feature folders first; each stands on its own and meets the others
 * through use cases.
 */
@NullMarked
package ca.balise.social;

import org.jspecify.annotations.NullMarked;
