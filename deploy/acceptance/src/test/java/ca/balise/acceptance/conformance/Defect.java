package ca.balise.acceptance.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.function.Consumer;

/** What can be wrong with the server of notes, or with its contract; one thing at a time. */
enum Defect {
    // --- of the contract ---
    ROLES_NOT_STATED(
            contract -> operation(contract, "notes/{id}", "get").remove("x-required-roles"), Check.ROLES_STATED),
    ROLES_AND_ANY_CALLER(
            contract -> operation(contract, "topics", "get")
                    .putArray("x-required-roles")
                    .add("writer")
                    .add("auditor")
                    .add("visitor"),
            Check.ROLES_STATED,
            Check.ERRORS_DOCUMENTED),
    SAME_OPERATION_ID(
            contract -> operation(contract, "public/terms", "get").put("operationId", "listTopics"),
            Check.OPERATION_ID),
    NO_OPERATION_ID(contract -> operation(contract, "public/terms", "get").remove("operationId"), Check.OPERATION_ID),
    NO_SUMMARY(contract -> operation(contract, "topics", "get").remove("summary"), Check.SUMMARY),
    NO_TAG_NAMED(contract -> operation(contract, "topics", "get").remove("tags"), Check.SUMMARY),
    ERROR_NOT_DOCUMENTED(
            contract -> ((ObjectNode) operation(contract, "notes/{id}", "get").get("responses")).remove("404"),
            Check.ERRORS_DOCUMENTED),
    ERROR_DOCUMENTED_AS_JSON(
            contract -> ((ObjectNode) operation(contract, "notes/{id}", "get").get("responses"))
                    .putObject("404")
                    .put("description", "None")
                    .putObject("content")
                    .putObject("application/json"),
            Check.ERRORS_DOCUMENTED),
    NO_EXAMPLE(contract -> parameter(contract, "after").remove("example"), Check.EXAMPLES),
    EXAMPLE_AGAINST_ITS_SCHEMA(contract -> parameter(contract, "limit").put("example", 501), Check.EXAMPLES),
    TAG_NOT_DOCUMENTED(
            contract -> ((ObjectNode) operation(contract, "notes/{id}", "get").at("/responses/200")).remove("headers"),
            Check.TAG_DOCUMENTED),
    LARGEST_BODY_NOT_STATED(
            contract -> operation(contract, "determinations", "post").remove("x-maximum-bytes"), Check.LIMITS_STATED),
    LIST_WITHOUT_PAGES(contract -> operation(contract, "topics", "get").remove("parameters"), Check.LIMITS_STATED),

    // --- of who gets in ---
    NO_TOKEN_NEEDED(Check.NO_TOKEN),
    NO_CHALLENGE(Check.NO_TOKEN),
    ROLES_NOT_LOOKED_AT(Check.NO_ROLE, Check.WRONG_ROLE),
    AUDITOR_WRITES(Check.WRONG_ROLE),
    AUDITOR_REFUSED(Check.RIGHT_ROLE),
    FOREIGN_RECORD_SHOWN(Check.FOREIGN_INSTITUTION),
    FOREIGN_JOB_SHOWN(Check.FOREIGN_INSTITUTION),
    FOREIGN_RECORD_LISTED(Check.FOREIGN_INSTITUTION),
    FOREIGN_RECORD_REPLACED(Check.FOREIGN_INSTITUTION),

    // --- of its answers ---
    UNDOCUMENTED_STATUS(Check.SUCCESS),
    UNDOCUMENTED_MEMBER(Check.SUCCESS),
    WRONG_MEMBER(Check.SUCCESS),
    WRONG_CONTENT_TYPE(Check.SUCCESS),
    NO_LOCATION(Check.SUCCESS),
    HTML_ERROR(Check.PROBLEM_SHAPE),
    CLASS_NAME_SHOWN(Check.PROBLEM_SHAPE),
    VALUE_REPEATED(Check.PROBLEM_SHAPE),
    NO_TRACE(Check.PROBLEM_SHAPE),
    ENGLISH_FOR_FRENCH(Check.LANGUAGE),
    CODE_TRANSLATED(Check.LANGUAGE),
    NO_VARY(Check.LANGUAGE),
    NO_TAG_WITH_304(Check.IF_NONE_MATCH),
    NEVER_304(Check.IF_NONE_MATCH),

    // --- of what it reads ---
    UNKNOWN_MEMBER_ACCEPTED(Check.UNKNOWN_MEMBER),
    NESTED_UNKNOWN_MEMBER_ACCEPTED(Check.UNKNOWN_MEMBER),
    UNKNOWN_MEMBER_NOT_NAMED(Check.UNKNOWN_MEMBER),
    UNKNOWN_PARAMETER_ACCEPTED(Check.UNKNOWN_PARAMETER),
    MALFORMED_JSON_UNPROCESSABLE(Check.MALFORMED_JSON),
    NO_LARGEST_BODY(Check.TOO_LARGE),
    NO_LARGEST_BODY_IN_CHUNKS(Check.TOO_LARGE),
    ANY_TYPE_READ(Check.UNSUPPORTED_TYPE),
    ANY_TYPE_ACCEPTABLE(Check.NOT_ACCEPTABLE),
    WRONG_METHOD_NOT_FOUND(Check.METHOD_NOT_ALLOWED),
    NO_ALLOW(Check.METHOD_NOT_ALLOWED),
    FAILS_ON_A_NUMBER(Check.FUZZED_BODY),
    FAILS_ON_BAD_UTF_8(Check.FUZZED_BODY),
    FAILS_ON_A_STRANGE_ID(Check.STRANGE_PARAMETER),

    // --- of changes ---
    IF_MATCH_IGNORED(Check.IF_MATCH),
    STALE_TAG_ACCEPTED(Check.IF_MATCH),
    WEAK_TAG_ACCEPTED(Check.IF_MATCH),
    RIGHT_TAG_REFUSED(Check.IF_MATCH, Check.SUCCESS),
    KEY_IGNORED(Check.REPLAY, Check.KEY_REUSED, Check.KEY_AT_ONCE),
    REPLAYED_WITHOUT_LOCATION(Check.REPLAY, Check.KEY_AT_ONCE),
    OTHER_BODY_REPLAYED(Check.KEY_REUSED),
    KEY_RACES(Check.KEY_AT_ONCE),
    KEY_OF_EVERYBODY(Check.KEY_PER_CALLER),
    ANY_KEY_ACCEPTED(Check.KEY_MALFORMED),

    // --- of collections ---
    PAGES_REPEAT(Check.PAGES),
    PAGES_FORGET(Check.PAGES),
    LIMIT_LOWERED_IN_SILENCE(Check.PAGE_LIMIT),
    ANY_CURSOR_ACCEPTED(Check.FOREIGN_CURSOR),
    LINK_ABSOLUTE(Check.LINK),
    NO_LINK(Check.PAGES, Check.LINK),
    SORT_IGNORED(Check.SORT_AND_FILTER),
    FILTER_IGNORED(Check.SORT_AND_FILTER),
    UNKNOWN_SORT_ACCEPTED(Check.SORT_AND_FILTER);

    private final Consumer<JsonNode> contract;
    private final Set<Check> meantFor;

    Defect(Check... meantFor) {
        this(_ -> {}, meantFor);
    }

    Defect(Consumer<JsonNode> contract, Check... meantFor) {
        this.contract = contract;
        this.meantFor = Set.of(meantFor);
    }

    /** The checks that find it, and no other does. */
    Set<Check> meantFor() {
        return meantFor;
    }

    /** Spoils the contract, if it is the contract that this spoils. */
    void spoil(JsonNode document) {
        contract.accept(document);
    }

    private static ObjectNode operation(JsonNode contract, String path, String method) {
        return (ObjectNode) contract.get("paths").get("/notes/v1/" + path).get(method);
    }

    private static ObjectNode parameter(JsonNode contract, String name) {
        return (ObjectNode) contract.at("/components/parameters/" + name);
    }
}
