/**
 * The kernel of every answer with reasons: three-valued truth, rules as data, verbatim citations, reasons in two languages.
 *
 * <p>How to reason: declare each {@link ca.balise.kit.reasoning.Fact}, write the rules as one function of an
 * {@link ca.balise.kit.reasoning.Inquiry} (first-that-concludes rules as a list of {@link ca.balise.kit.reasoning.Verdict}s), keep what
 * they say and cite in a {@link ca.balise.kit.reasoning.RuleBook}, and put cases to a {@link ca.balise.kit.reasoning.Reasoning}.
 *
 * <p>Plain Java. It knows no feature, no framework and no wire format; the shape of a reason on the wire belongs to the HTTP kit.
 */
@NullMarked
package ca.balise.kit.reasoning;

import org.jspecify.annotations.NullMarked;
