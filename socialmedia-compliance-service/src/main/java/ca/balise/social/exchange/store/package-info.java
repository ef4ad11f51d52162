/** Where imports of lists are kept: a table of institutions, which PostgreSQL keeps apart. */
@NullMarked
package ca.balise.social.exchange.store;

import org.jspecify.annotations.NullMarked;
