/** The adviser on minimum cell sizes (PIN-2020-03 §5.1.3): over HTTP, and for a score whose caller described the case. */
@NullMarked
package ca.balise.deid.threshold;

import org.jspecify.annotations.NullMarked;
