package ca.balise.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractRulesTest {

    @Test
    void aContractThatKeepsThemAllPasses() throws IOException {
        String sound = sound();
        assertThatCode(() -> ContractRules.assertKept(sound)).doesNotThrowAnyException();
        assertThatCode(() -> ContractExamples.of(sound).assertMatchTheirSchemas())
                .doesNotThrowAnyException();
    }

    /** Each row breaks a rule. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Content-Language | The-Language | language is not explained",
                "description: Things that are counted. | x-nothing: 0 | tag Things is not described",
                "operationId: readThing | operationId: replaceThing | operationId replaceThing is not unique",
                "operationId: readThing | operationId: Read_Thing | operationId is not camelCase",
                "summary: Reads one thing | summary: '' | no summary",
                "tags: [Things] # read | tags: [] | no tag",
                "x-required-roles: [counter] | x-roles: [counter] | x-required-roles is not stated",
                "x-required-roles: [counter] | x-required-roles: [] | neither one of several roles nor any caller",
                "x-any-caller: true | x-any-caller: false | neither one of several roles nor any caller",
                "operationId: findThing | {operationId: findThing, x-any-caller: true} | public, and asks for a caller",
                "security: [{bearer: []}] # replace | security: [] | no security requirement",
                "'503': # replace | '599': | no 503",
                "'412': # replace | '499': | no 412",
                "'404': # read | '499': | no 404",
                "'415': # replace | '499': | no 415",
                "$ref: '#/components/schemas/Problem' # replace 400 | type: object | 400 is no problem",
                "example: {status: 400, code: MALFORMED_REQUEST} # replace 400 | x-nothing: 0 | 400 has no example",
                "example: {name: screw, colour: null} # request | x-nothing: 0 | the request in application/json has no example",
                "example: 019b76da-a800-7631-8876-a602c58ed0db # read | x-nothing: 0 | parameter id has no example",
                "description: Which thing # read | x-nothing: 0 | parameter id is not described",
                "example: {name: screw, colour: red} # read | x-nothing: 0 | 200 has no example",
                "content: # read | x-content: | 200 does not say what is answered",
                "ETag: {schema: {type: string}} # read | X-Tag: {schema: {type: string}} | a stored answer without ETag",
                "name: If-None-Match # read | name: If-Modified-Since | no If-None-Match",
                "'304': # read | '305': | no 304",
                "x-not-stored: Found anew each time. | x-nothing: 0 | a stored answer without ETag",
                "name: If-Match # replace | name: If-Range | changes without If-Match",
                "required: true # If-Match | required: false | If-Match is not required",
                "description: At most 65536 bytes. | x-nothing: 0 | the limit of the body is not stated",
                "maximum: 500 | minimum: 1 | the limit of a page is not stated",
            })
    void aContractThatBreaksOneIsNamed(String sound, String broken, String fault) throws IOException {
        String contract = sound();
        assertThat(contract).as("the fixture holds what the row breaks").contains(sound);
        String text = contract.replace(sound, broken.startsWith("{") ? unfolded(broken) : broken);
        assertThatThrownBy(() -> ContractRules.assertKept(text))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(fault);
    }

    @Test
    void aContractWithoutOperationsProvesNothing() {
        assertThatThrownBy(() -> ContractRules.assertKept("openapi: 3.0.3\npaths: {}\n"))
                .hasMessageContaining("would prove nothing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "example: {name: screw, colour: red} # read | example: {name: 7, colour: red}",
                "example: {name: screw, colour: red} # read | example: {name: screw}",
                "example: {name: screw, colour: red} # read | example: {name: screw, colour: mauve}",
                "example: {name: screw, colour: null} # request | example: {name: null, colour: null}",
                "example: {name: screw, colour: null} # request | example: {name: screw, colour: null, size: 7}",
                "example: 019b76da-a800-7631-8876-a602c58ed0db # read | example: nonsense",
            })
    void anExampleThatIsNotWhatItsSchemaSaysIsNamed(String sound, String broken) throws IOException {
        String contract = sound();
        assertThat(contract).contains(sound);
        ContractExamples examples = ContractExamples.of(contract.replace(sound, broken));
        assertThatThrownBy(examples::assertMatchTheirSchemas).isInstanceOf(AssertionError.class);
    }

    @Test
    void saysWhichAddressesAListMustAnswer() throws IOException {
        assertThat(ContractExamples.of(sound()).listings())
                .containsExactly(
                        "/things/v1/things?limit=50",
                        "/things/v1/things?sort=id",
                        "/things/v1/things?sort=-id",
                        "/things/v1/things?colour=red",
                        "/things/v1/things?colour=blue");
    }

    private static String unfolded(String members) {
        return members.substring(1, members.length() - 1).replace(", ", "\n      ");
    }

    private static String sound() throws IOException {
        try (InputStream fixture = ContractRulesTest.class.getResourceAsStream("/contracts/sound.yaml")) {
            return new String(Objects.requireNonNull(fixture).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
