/** Query parameters: those an operation declares, and no others. */
@NullMarked
package ca.balise.kit.http.parameter;

import org.jspecify.annotations.NullMarked;
