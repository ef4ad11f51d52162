/** Where departments are kept: a table of institutions, which PostgreSQL keeps apart. */
@NullMarked
package ca.balise.social.department.store;

import org.jspecify.annotations.NullMarked;
