/** Where accounts are kept: tables of institutions, which PostgreSQL keeps apart. */
@NullMarked
package ca.balise.social.account.store;

import org.jspecify.annotations.NullMarked;
