/** What a platform is and how its reviews are read, in plain Java. */
@NullMarked
package ca.balise.social.platform.model;

import org.jspecify.annotations.NullMarked;
