/** How large a cell must be at least (PIN-2020-03 §5.1.3): the anchors of the notice, and which one holds in a case. */
@NullMarked
package ca.balise.deid.threshold.model;

import org.jspecify.annotations.NullMarked;
