/**
 * The kernel of every answer with reasons: three-valued truth, rules as data, verbatim citations, reasons in two languages.
 *
 * <p>Plain Java. It knows no feature, no framework and no wire format; the shape of a reason on the wire belongs to the HTTP kit.
 */
@NullMarked
package ca.balise.kit.reasoning;

import org.jspecify.annotations.NullMarked;
