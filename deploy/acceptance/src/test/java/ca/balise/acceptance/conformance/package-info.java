/**
 * The conformance suite: every operation of every served contract against every rule of the house, directly and through the door.
 * It knows the rules and reads the rest, addresses, bodies, roles and answers, from the contracts; an operation added tomorrow is
 * judged tomorrow, without a change here.
 *
 * <p>{@link ca.balise.acceptance.conformance.Check} names the rules. A contract helps with these extensions:
 *
 * <ul>
 *   <li>{@code x-required-roles: [...]} on an operation: who may call it; or {@code x-any-caller: true}: any valid token will do;
 *   <li>{@code x-maximum-bytes: n} on an operation, its request body or one media type of it: the largest body;
 *   <li>{@code x-refers-to: /path/of/a/collection} on a member or parameter: it is the id of a record there. Members such as {@code
 *       organizationId} are recognised without it;
 *   <li>{@code x-unique: true} on a member of which no two records may have the same;
 *   <li>{@code x-after: [operationId, ...]} on an operation that needs a record in another state than a new one: what to do first;
 *   <li>{@code x-required-with: [media types]} on a parameter that only a body of these types needs;
 *   <li>{@code x-not-stored: why} on a read whose answer is computed for the moment, and so has no tag;
 *   <li>{@code x-shared: true} on an operation whose record is nobody's own although reading it takes a role.
 * </ul>
 */
package ca.balise.acceptance.conformance;
