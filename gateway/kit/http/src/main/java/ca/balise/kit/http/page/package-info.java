/**
 * Collections in pages: the parameters of a request, by what a list may be sorted and filtered, the opaque cursor, the link to the
 * next page. It does not read rows: the keyset query is the store's.
 */
@NullMarked
package ca.balise.kit.http.page;

import org.jspecify.annotations.NullMarked;
