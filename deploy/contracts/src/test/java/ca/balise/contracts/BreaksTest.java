package ca.balise.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each change of a small contract, and what callers of the released one meet. A patch is a JSON Merge Patch, null removes. */
class BreaksTest {

    private static final String RELEASED = Contracts.text(Path.of("src/test/resources/breaks/released.yaml"));

    /** Every place that the schema of a survey is answered in. */
    private static final String[] ANSWERS = {
        "GET /deid/v1/surveys - answer 200 application/json, items[].",
        "POST /deid/v1/surveys - answer 201 application/json, ",
        "GET /deid/v1/surveys/{id} - answer 200 application/json, "
    };

    private static final String REQUEST = "POST /deid/v1/surveys - body application/json, ";

    @Test
    void findsNoneInTheSameContract() {
        assertThat(Breaks.between(RELEASED, RELEASED)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "an operation removed | {paths: {/deid/v1/surveys: {post: null}}} | POST /deid/v1/surveys - removed",
                "a path removed | {paths: {'/deid/v1/surveys/{id}': null}} | GET /deid/v1/surveys/{id} - removed",
                "an operationId renamed | {paths: {/deid/v1/surveys: {get: {operationId: findSurveys}}}} | GET /deid/v1/surveys - operationId: was listSurveys",
                "a success answered with another status | {paths: {/deid/v1/surveys: {get: {responses: {'200': null, '206': {description: Part}}}}}} | GET /deid/v1/surveys - answer 200: removed",
                "a header of an answer removed | {paths: {/deid/v1/surveys: {get: {responses: {'200': {headers: null}}}}}} | GET /deid/v1/surveys - answer 200 ETag: removed",
                "a media type of a body removed | {paths: {/deid/v1/surveys: {post: {requestBody: {content: {text/csv: null}}}}}} | POST /deid/v1/surveys - body text/csv: removed",
                "a role that may no longer call | {paths: {/deid/v1/surveys: {post: {x-required-roles: [deid-analyst]}}}} | POST /deid/v1/surveys - callers: no longer deid-approver",
                "a role asked for where none was | {paths: {/deid/v1/surveys: {get: {x-any-caller: null, x-required-roles: [auditor]}}}} | GET /deid/v1/surveys - callers: no longer any but auditor",
                "a token asked for where none was | {components: {securitySchemes: {bearer: {type: http, scheme: bearer}}}, paths: {/deid/v1/surveys: {get: {security: [bearer: []]}}}} | GET /deid/v1/surveys - security: asks for a token"
            })
    void findsWhatAnOperationBreaks(String change, String patch, String broken) {
        assertThat(Breaks.between(RELEASED, Contracts.patched(RELEASED, patch)))
                .extracting(Break::toString)
                .containsExactly(broken);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a parameter removed | [{name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 500}}] | query parameter state: removed",
                "a parameter required | [{name: state, in: query, required: true, schema: {$ref: '#/components/schemas/State'}}, {name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 500}}] | query parameter state: required",
                "a new parameter required | [{name: year, in: query, required: true, schema: {type: integer}}, {name: state, in: query, schema: {$ref: '#/components/schemas/State'}}, {name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 500}}] | query parameter year: required, and new",
                "a lower limit | [{name: state, in: query, schema: {$ref: '#/components/schemas/State'}}, {name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 90}}] | query parameter limit: at most 90"
            })
    void findsWhatAParameterBreaks(String change, String parameters, String broken) {
        String patch = "{paths: {/deid/v1/surveys: {get: {parameters: %s}}}}".formatted(parameters);

        assertThat(Breaks.between(RELEASED, Contracts.patched(RELEASED, patch)))
                .extracting(Break::toString)
                .containsExactly("GET /deid/v1/surveys - " + broken);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a required member removed | {Survey: {required: [id, state, part], properties: {title: null}}} | title: removed",
                "an optional member removed | {Survey: {properties: {note: null}}} | note: removed",
                "a member no longer promised | {Survey: {required: [id, title, part]}} | state: may be absent",
                "a member that may be null | {Survey: {properties: {title: {nullable: true}}}} | title: may be null",
                "another type | {Survey: {properties: {title: {type: integer, maxLength: null}}}} | title: was string",
                "another format | {Survey: {properties: {id: {format: null}}}} | id: was string of the format uuid",
                "a member of a member removed | {Part: {required: null, properties: {size: null}}} | part.size: removed",
                "a member of a member that may be null | {Part: {properties: {size: {nullable: true}}}} | part.size: may be null"
            })
    void findsWhatAnAnswerBreaksWhereverItIsGiven(String change, String schemas, String broken) {
        assertThat(Breaks.between(RELEASED, schemas(schemas)))
                .extracting(Break::toString)
                .containsExactlyInAnyOrder(
                        Arrays.stream(ANSWERS).map(place -> place + broken).toArray(String[]::new));
    }

    @Test
    void findsANewValueInAnAnswerAlsoWhereTheMemberMayBeNull() {
        assertThat(Breaks.between(RELEASED, schemas("{State: {enum: [OPEN, CLOSED, PAUSED]}}")))
                .extracting(Break::toString)
                .containsExactlyInAnyOrder(Arrays.stream(ANSWERS)
                        .flatMap(place -> Stream.of(place + "state: may be PAUSED", place + "earlier: may be PAUSED"))
                        .toArray(String[]::new));
    }

    @Test
    void findsAnAnswersNewAlternative() {
        String oneOf = "{components: {schemas: {Part: {type: null, required: null, properties: null, oneOf: %s}}}}";
        String state = "{$ref: '#/components/schemas/State'}";
        String wanted = "{$ref: '#/components/schemas/Wanted'}";
        String released = Contracts.patched(RELEASED, oneOf.formatted("[" + state + "]"));

        assertThat(Breaks.between(
                        released, Contracts.patched(RELEASED, oneOf.formatted("[" + state + ", " + wanted + "]"))))
                .extracting(Break::toString)
                .containsExactlyInAnyOrder(Arrays.stream(ANSWERS)
                        .map(place -> place + "part: is one of others")
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"allOf", "anyOf"})
    void refusesToCompareWhatWouldGoUncompared(String combination) {
        String combined =
                schemas("{Part: {%s: [{$ref: '#/components/schemas/State'}, {$ref: '#/components/schemas/Wanted'}]}}"
                        .formatted(combination));

        assertThatThrownBy(() -> Breaks.between(combined, combined)).hasMessageContaining("uncompared");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a member required | {NewSurvey: {required: [title, note]}} | note: required",
                "a new member required | {NewSurvey: {required: [title, year], properties: {year: {type: integer}}}} | year: required",
                "a member no longer known | {NewSurvey: {properties: {note: null}}} | note: removed",
                "a member that may no longer be null | {NewSurvey: {properties: {note: {nullable: null}}}} | note: may no longer be null",
                "a value no longer taken | {Wanted: {enum: [ALL]}} | wanted: no longer SOME",
                "a shorter text | {NewSurvey: {properties: {title: {maxLength: 200}}}} | title: at most 200 characters",
                "a longer least | {NewSurvey: {properties: {title: {minLength: 3}}}} | title: at least 3 characters",
                "a bound where none was | {NewSurvey: {properties: {note: {maxLength: 4000}}}} | note: at most 4000 characters",
                "fewer items | {NewSurvey: {properties: {tags: {maxItems: 20}}}} | tags: at most 20 items",
                "a greater least number | {NewSurvey: {properties: {least: {minimum: 2}}}} | least: at least 2",
                "a pattern | {NewSurvey: {properties: {title: {pattern: '[A-Z].*'}}}} | title: has another pattern",
                "a format | {NewSurvey: {properties: {note: {format: uri}}}} | note: was string"
            })
    void findsWhatARequestBreaks(String change, String schemas, String broken) {
        assertThat(Breaks.between(RELEASED, schemas(schemas)))
                .extracting(Break::toString)
                .containsExactly(REQUEST + broken);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a new operation | {paths: {'/deid/v1/surveys/{id}': {delete: {operationId: deleteSurvey, responses: {'204': {description: Gone}}}}}}",
                "an optional member in an answer | {components: {schemas: {Survey: {properties: {size: {type: integer}}}}}}",
                "a promised member in an answer | {components: {schemas: {Survey: {required: [id, title, state, part, size], properties: {size: {type: integer}}}}}}",
                "a value that no answer has any more | {components: {schemas: {Survey: {properties: {state: {$ref: null, type: string, enum: [OPEN]}}}}}}",
                "a member of an answer that is never null any more | {components: {schemas: {Survey: {properties: {earlier: {nullable: null}}}}}}",
                "a longer text in an answer | {components: {schemas: {Survey: {properties: {title: {maxLength: 400}}}}}}",
                "an optional member in a request | {components: {schemas: {NewSurvey: {properties: {year: {type: integer}}}}}}",
                "a member that a request may leave out | {components: {schemas: {NewSurvey: {required: null}}}}",
                "a value that a request may have | {components: {schemas: {Wanted: {enum: [ALL, SOME, NONE]}}}}",
                "a longer text in a request | {components: {schemas: {NewSurvey: {properties: {title: {maxLength: 400}}}}}}",
                "a smaller least number | {components: {schemas: {NewSurvey: {properties: {least: {minimum: 1}}}}}}",
                "a body that may be left out | {paths: {/deid/v1/surveys: {post: {requestBody: {required: false}}}}}",
                "an error that is no longer stated | {paths: {/deid/v1/surveys: {get: {responses: {'404': null}}}}}",
                "a format that a request no longer has | {components: {schemas: {NewSurvey: {properties: {since: {format: null}}}}}}",
                "another role that may call | {paths: {/deid/v1/surveys: {post: {x-required-roles: [deid-analyst, deid-approver, auditor]}}}}",
                "any role that may call | {paths: {/deid/v1/surveys: {post: {x-required-roles: null, x-any-caller: true}}}}",
                "another description | {components: {schemas: {Survey: {description: What is asked}}}}"
            })
    void takesForNoBreak(String change, String patch) {
        assertThat(Breaks.between(RELEASED, Contracts.patched(RELEASED, patch))).isEmpty();
    }

    private static String schemas(String patch) {
        return Contracts.patched(RELEASED, "{components: {schemas: %s}}".formatted(patch));
    }
}
