/** Where the catalogue is kept: tables shared by all institutions, since a review serves every department. */
@NullMarked
package ca.balise.social.platform.store;

import org.jspecify.annotations.NullMarked;
