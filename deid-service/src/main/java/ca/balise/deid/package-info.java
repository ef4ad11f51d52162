/**
 * deid-service: may this table or data set about few people be released, and what must change first? (PIN-2020-03)
 *
 * <p>One folder a feature; in each, a resource (HTTP), a use case (verb and noun), a {@code model} (rules and formulas, plain Java)
 * and a {@code store}.
 */
@NullMarked
package ca.balise.deid;

import org.jspecify.annotations.NullMarked;
