/** What every operation's contract says without each resource repeating it. */
@NullMarked
package ca.balise.kit.http.contract;

import org.jspecify.annotations.NullMarked;
