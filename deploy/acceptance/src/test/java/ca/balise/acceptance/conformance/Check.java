package ca.balise.acceptance.conformance;

import java.util.function.Function;

/**
 * The rules that every operation keeps. A check looks at one operation, in its contract alone or alive at one place, and says that
 * the rule is kept, what is wrong, or why the rule is not about this operation.
 */
enum Check {

    /** The contract says who may call: some roles, anybody with a token, or everybody. */
    ROLES_STATED("roles stated", Scope.CONTRACT, ContractRules::rolesStated),

    /** The operation has an id that no other operation has, of this or another contract: generated clients name methods by it. */
    OPERATION_ID("operation id", Scope.CONTRACT, ContractRules::uniqueOperationId),

    /** The operation has a summary and a tag, by which a reader finds it. */
    SUMMARY("summary and tag", Scope.CONTRACT, ContractRules::summaryAndTag),

    /** Every refusal that the operation's parts make possible is documented, as a problem. */
    ERRORS_DOCUMENTED("errors documented", Scope.CONTRACT, ContractRules::errorsDocumented),

    /** Every parameter and body has an example, and the example is as its own schema says. */
    EXAMPLES("examples", Scope.CONTRACT, ContractRules::examples),

    /** What reads, makes or changes a stored record documents its tag and the conditions on it. */
    TAG_DOCUMENTED("ETag documented", Scope.CONTRACT, ContractRules::tagDocumented),

    /** The largest body and the bounds of a page are stated, and what lists is paged. */
    LIMITS_STATED("limits stated", Scope.CONTRACT, ContractRules::limitsStated),

    /** Without a token, or with one that is none: 401 with a challenge. */
    NO_TOKEN("no token 401", Scope.LIVE, AccessRules::noToken),

    /** With a token that has no role of this service: 403. */
    NO_ROLE("no role 403", Scope.LIVE, AccessRules::noRoleOfTheService),

    /** With each role of the realm that the contract does not list, and no other: 403. */
    WRONG_ROLE("wrong role 403", Scope.LIVE, AccessRules::wrongRole),

    /** With each role that the contract lists: neither 401 nor 403. */
    RIGHT_ROLE("right role enters", Scope.LIVE, AccessRules::rightRolesEnter),

    /** A record of one institution is 404 to another's people, is not in their lists, and is not changed by them. */
    FOREIGN_INSTITUTION("foreign institution", Scope.LIVE, IsolationRules::foreignInstitution),

    /** Asked as the contract shows it: a documented success, in the documented type, form and headers. */
    SUCCESS("documented success", Scope.LIVE, SuccessRules::documentedSuccess),

    /** Every refusal is a whole problem of RFC 9457 that shows nothing of the insides and repeats no value. */
    PROBLEM_SHAPE("problem shape", Scope.LIVE, ProblemRules::shape),

    /** A problem is in the caller's language, says so, and has the same code in both. */
    LANGUAGE("language", Scope.LIVE, ProblemRules::language),

    /** A member that the contract does not have, in any object of the body: 400 with its pointer. */
    UNKNOWN_MEMBER("unknown member 400", Scope.LIVE, BodyRules::unknownMember),

    /** A query parameter that the contract does not have: 400 naming it. */
    UNKNOWN_PARAMETER("unknown parameter 400", Scope.LIVE, ParameterRules::unknownQueryParameter),

    /** JSON that breaks off: 400. */
    MALFORMED_JSON("malformed JSON 400", Scope.LIVE, BodyRules::malformedJson),

    /** A body larger than stated, announced or not: 413. */
    TOO_LARGE("body too large 413", Scope.LIVE, BodyRules::tooLarge),

    /** A body in a type that the operation does not read: 415. */
    UNSUPPORTED_TYPE("unsupported type 415", Scope.LIVE, NegotiationRules::unsupportedMediaType),

    /** An answer wanted in a type that the operation does not write: 406. */
    NOT_ACCEPTABLE("not acceptable 406", Scope.LIVE, NegotiationRules::notAcceptable),

    /** A method that the path does not have: 405 with those it has. */
    METHOD_NOT_ALLOWED("method 405", Scope.LIVE, NegotiationRules::methodNotAllowed),

    /** A change without a condition is 428, under a stale or weak one 412, under the right one done. */
    IF_MATCH("If-Match", Scope.LIVE, ConditionRules::ifMatch),

    /** What the caller has already is 304, without a body. */
    IF_NONE_MATCH("If-None-Match 304", Scope.LIVE, ConditionRules::ifNoneMatch),

    /** A creating request sent again with its key has the same answer and makes nothing more. */
    REPLAY("key replayed", Scope.LIVE, IdempotencyRules::replay),

    /** The same key with another body: 422. */
    KEY_REUSED("key reused 422", Scope.LIVE, IdempotencyRules::otherBody),

    /** Fifty at once with one key make one record; those that come while it is being made may be 409. */
    KEY_AT_ONCE("key at once", Scope.LIVE, IdempotencyRules::atOnce),

    /** The same key of another institution's caller gives away no answer. */
    KEY_PER_CALLER("key per caller", Scope.LIVE, IdempotencyRules::perCaller),

    /** A key that is not of the documented form: 400 naming it. */
    KEY_MALFORMED("malformed key 400", Scope.LIVE, IdempotencyRules::malformedKey),

    /** A walk in pages of one meets every record once. */
    PAGES("pages", Scope.LIVE, PageRules::walk),

    /** A limit that is none, or out of its bounds: 400 naming it; the bounds themselves are kept. */
    PAGE_LIMIT("page limit 400", Scope.LIVE, PageRules::limits),

    /** A cursor that was not given out for this collection: 400 naming it. */
    FOREIGN_CURSOR("foreign cursor 400", Scope.LIVE, PageRules::foreignCursor),

    /** The link to the next page is relative and leads there, through the door too. */
    LINK("link", Scope.LIVE, PageRules::link),

    /** Every documented filter and order works and does what it says; an unknown one is 400 naming it. */
    SORT_AND_FILTER("sort and filter", Scope.LIVE, ParameterRules::sortsAndFilters),

    /** Whatever stands in a path or a query, the answer is no 5xx. */
    STRANGE_PARAMETER("strange parameter", Scope.LIVE, ParameterRules::strangeParameters),

    /** Whatever stands in a body, the answer is no 5xx. */
    FUZZED_BODY("fuzzed body", Scope.LIVE, BodyRules::fuzzed);

    /** What a check needs. */
    enum Scope {
        /** The contract. */
        CONTRACT,
        /** A service that runs. */
        LIVE
    }

    private final String title;
    private final Scope scope;
    private final Function<Probe, Outcome> rule;

    Check(String title, Scope scope, Function<Probe, Outcome> rule) {
        this.title = title;
        this.scope = scope;
        this.rule = rule;
    }

    String title() {
        return title;
    }

    boolean isOf(Scope other) {
        return scope == other;
    }

    /** Tries it. What could not be tried has failed: a rule that nobody could look at is not known to be kept. */
    Outcome on(Probe probe) {
        try {
            return rule.apply(probe);
        } catch (Untriable untriable) {
            return new Outcome.Failed("could not be tried: " + untriable.getMessage());
        }
    }
}
