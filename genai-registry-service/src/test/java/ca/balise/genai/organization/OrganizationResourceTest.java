package ca.balise.genai.organization;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import ca.balise.genai.RegistryTest;
import ca.balise.kit.testing.TestPostgres;
import ca.balise.kit.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@RegistryTest
class OrganizationResourceTest {

    private static final String ORGANIZATIONS = "/genai-registry/v1/organizations";

    private static final TestTokens ALICE = caller("alice", "HC", "registry-declarant");
    private static final TestTokens CAROL = caller("carol", "DND", "registry-declarant");
    private static final TestTokens DENIS = caller("denis", "HC", "registry-di");
    private static final TestTokens MONA = caller("mona", "MCN", "registry-reviewer");
    private static final TestTokens AUDIT =
            TestTokens.as("audit").roles("auditor").audience("genai-registry");

    private static final String PROOF = """
            {"document": "Loi sur la gestion des finances publiques, annexe I", "issuer": "Parlement du Canada",
             "issuedOn": "1985-01-01", "address": "https://laws-lois.justice.gc.ca/fra/lois/f-11/"}""";

    @BeforeEach
    void noOrganizations() throws SQLException {
        try (Connection superuser = TestPostgres.asSuperuser(RegistryTest.DATABASE);
                Statement statement = superuser.createStatement()) {
            statement.execute("truncate organization, organization_category");
        }
    }

    @Test
    void aDeclarantRegistersItsOwnBodyAndReadsItBack() {
        Response created = post(ALICE, body("HC", "Santé Canada"));
        created.then()
                .statusCode(201)
                .body("institution", equalTo("HC"))
                .body("name.fr", equalTo("Santé Canada"))
                .body("name.en", nullValue())
                .body("categories[0].kind", equalTo("FEDERAL_INSTITUTION"))
                .body("categories[0].subjectToLggriArticle2", equalTo(false))
                .body("categories[0].from", equalTo("1993-06-25"))
                .body("categories[0].until", nullValue())
                .body("categories[0].proof.issuedOn", equalTo("1985-01-01"));
        String location = created.header("Location");
        assertThat(location).isEqualTo(ORGANIZATIONS + "/" + created.path("id"));
        Response read = as(ALICE).when().get(location);
        read.then().statusCode(200);
        assertThat(read.asString()).isEqualTo(created.asString());
        assertThat(read.header("ETag")).isEqualTo(created.header("ETag")).matches("\"0-[0-9a-f]{32}\"");
    }

    @Test
    void idsAreTimeOrdered() {
        assertThat(UUID.fromString(register(ALICE, "HC", "Santé Canada")).version())
                .isEqualTo(7);
    }

    @Test
    void anUnknownCategoryStaysUnknown() {
        post(ALICE, body("HC", "Santé Canada").replace("\"subjectToLggriArticle2\": false,", ""))
                .then()
                .statusCode(201)
                .body("categories[0].subjectToLggriArticle2", nullValue());
    }

    @Test
    void categoriesFollowEachOtherInTimeWhateverTheOrderTheyAreGivenIn() {
        post(MONA, bodyOver("MSSS", "\"from\": \"2024-12-01\"", "\"from\": \"2016-04-01\", \"until\": \"2024-12-01\""))
                .then()
                .statusCode(201)
                .body("categories.from", contains("2016-04-01", "2024-12-01"));
    }

    @Test
    void carolSeesNothingOfAlicesInstitutionThroughAnyOperation() {
        String health = register(ALICE, "HC", "Santé Canada");
        String defence = register(CAROL, "DND", "Défense nationale");
        as(CAROL).when().get(ORGANIZATIONS).then().statusCode(200).body("items.id", contains(defence));
        problem(as(CAROL).when().get(ORGANIZATIONS + "/" + health), 404, "NOT_FOUND");
        problem(post(CAROL, body("HC", "Santé Canada")), 403, "FORBIDDEN")
                .body("violations[0].pointer", equalTo("/institution"))
                .body("violations[0].code", equalTo("OTHER_INSTITUTION"));
        as(ALICE).when().get(ORGANIZATIONS).then().body("items.id", contains(health));
    }

    @Test
    void aTagOfAnotherInstitutionsRecordTellsNothing() {
        Response created = post(ALICE, body("HC", "Santé Canada"));
        String id = created.path("id");
        problem(
                as(CAROL).header("If-None-Match", created.header("ETag")).when().get(ORGANIZATIONS + "/" + id),
                404,
                "NOT_FOUND");
    }

    @Test
    void aCursorOfAnotherInstitutionsWalkOpensNothing() {
        register(ALICE, "HC", "Un");
        register(ALICE, "HC", "Deux");
        String next = next(as(ALICE).when().get(ORGANIZATIONS + "?limit=1"));
        as(CAROL).when().get(next).then().statusCode(200).body("items", empty());
    }

    @Test
    void aReviewerAndAnAuditorSeeEveryInstitution() {
        String health = register(ALICE, "HC", "Santé Canada");
        String defence = register(CAROL, "DND", "Défense nationale");
        for (TestTokens central : List.of(MONA, AUDIT)) {
            as(central).when().get(ORGANIZATIONS).then().body("items.id", contains(health, defence));
            as(central).when().get(ORGANIZATIONS + "/" + health).then().statusCode(200);
        }
    }

    @Test
    void aReviewerRegistersForAnyInstitution() {
        String id = register(MONA, "HC", "Santé Canada");
        as(ALICE).when().get(ORGANIZATIONS + "/" + id).then().statusCode(200);
    }

    @Test
    void whoHasNoRoleOfTheRegistryIsRefused() {
        TestTokens analyst = caller("carol", "DND", "deid-analyst");
        problem(as(analyst).when().get(ORGANIZATIONS), 403, "FORBIDDEN");
        problem(as(analyst).when().get(ORGANIZATIONS + "/" + UUID.randomUUID()), 403, "FORBIDDEN");
        problem(post(analyst, body("DND", "Défense nationale")), 403, "FORBIDDEN");
    }

    @Test
    void whoOnlyReadsMayNotRegister() {
        as(DENIS).when().get(ORGANIZATIONS).then().statusCode(200);
        problem(post(DENIS, body("HC", "Santé Canada")), 403, "FORBIDDEN");
        problem(post(AUDIT, body("HC", "Santé Canada")), 403, "FORBIDDEN");
    }

    @Test
    void aDeclarantWithoutInstitutionSeesNothingAndRegistersNothing() {
        register(ALICE, "HC", "Santé Canada");
        TestTokens nobody = TestTokens.as("nobody").roles("registry-declarant").audience("genai-registry");
        as(nobody).when().get(ORGANIZATIONS).then().statusCode(200).body("items", empty());
        problem(post(nobody, body("HC", "Santé Canada")), 403, "NO_INSTITUTION");
    }

    @Test
    void refusesAnUnknownMemberWithItsPointer() {
        problem(
                        post(ALICE, body("HC", "Santé Canada").replace("\"kind\"", "\"colour\": 1, \"kind\"")),
                        400,
                        "INVALID_MEMBER")
                .body("violations[0].pointer", equalTo("/categories/0/colour"))
                .body("violations[0].code", equalTo("UNKNOWN_MEMBER"));
    }

    @Test
    void refusesAnUnknownKindWithItsPointer() {
        problem(post(ALICE, body("HC", "Santé Canada").replace("FEDERAL_INSTITUTION", "CLUB")), 400, "INVALID_MEMBER")
                .body("violations[0].pointer", equalTo("/categories/0/kind"));
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        problem(post(ALICE, "{}"), 422, "INVALID_ORGANIZATION")
                .body("violations.pointer", containsInAnyOrder("/institution", "/name/fr", "/categories"))
                .body("violations.code", contains("REQUIRED", "REQUIRED", "REQUIRED"));
        problem(post(ALICE, "{\"categories\": [null, {}]}"), 422, "INVALID_ORGANIZATION")
                .body(
                        "violations.pointer",
                        containsInAnyOrder(
                                "/institution",
                                "/name/fr",
                                "/categories/0",
                                "/categories/1/kind",
                                "/categories/1/from",
                                "/categories/1/proof"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"HC\"          | \"h c\"               | /institution                | NOT_A_CODE",
                "Santé Canada    | \\u0000               | /name/fr                    | NOT_PLAIN_TEXT",
                "Santé Canada    | \\ud800               | /name/fr                    | NOT_PLAIN_TEXT",
                "Santé Canada    | \\n                   | /name/fr                    | REQUIRED",
                "1993-06-25      | 0993-06-25            | /categories/0/from          | DATE_OUT_OF_RANGE",
                "https:          | javascript:           | /categories/0/proof/address | NOT_AN_ADDRESS",
                "https://        | https://user:secret@  | /categories/0/proof/address | NOT_AN_ADDRESS",
                "https://        | not an address        | /categories/0/proof/address | NOT_AN_ADDRESS",
            })
    void refusesTheValueWithItsPointer(String sound, String broken, String pointer, String code) {
        problem(post(ALICE, body("HC", "Santé Canada").replace(sound, broken)), 422, "INVALID_ORGANIZATION")
                .body("violations.size()", equalTo(1))
                .body("violations[0].pointer", equalTo(pointer))
                .body("violations[0].code", equalTo(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[1993, 6, 25]", "19930625", "\"1993-06-25T00:00:00\"", "\"+999999999-01-01\"", "\"1993-02-29\""
            })
    void refusesADateThatIsWrittenOtherwise(String written) {
        problem(post(ALICE, body("HC", "Santé Canada").replace("\"1993-06-25\"", written)), 400, "INVALID_MEMBER")
                .body("violations[0].pointer", equalTo("/categories/0/from"))
                .body("violations[0].code", equalTo("INVALID_VALUE"));
    }

    @Test
    void refusesAnOverlongName() {
        problem(post(ALICE, body("HC", "é".repeat(301))), 422, "INVALID_ORGANIZATION")
                .body("violations[0].code", equalTo("TOO_LONG"))
                .body("violations[0].message", equalTo("At most 300 characters."));
    }

    @Test
    void refusesPeriodsThatShareADay() {
        problem(
                        post(
                                ALICE,
                                bodyOver(
                                        "HC",
                                        "\"from\": \"2020-01-01\"",
                                        "\"from\": \"2016-04-01\", \"until\": \"2020-01-02\"")),
                        422,
                        "INVALID_ORGANIZATION")
                .body("violations[0].pointer", equalTo("/categories/1/from"))
                .body("violations[0].code", equalTo("OVERLAPS"));
    }

    @Test
    void refusesAPeriodThatEndsBeforeItBegins() {
        problem(
                        post(ALICE, bodyOver("HC", "\"from\": \"2020-01-01\", \"until\": \"2020-01-01\"")),
                        422,
                        "INVALID_ORGANIZATION")
                .body("violations[0].pointer", equalTo("/categories/0/until"))
                .body("violations[0].code", equalTo("NOT_AFTER_FROM"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null"})
    void refusesABodyThatSaysNothing(String nothing) {
        problem(post(ALICE, nothing), 422, "INVALID_ORGANIZATION");
    }

    @Test
    void saysWhatIsWrongInFrench() {
        problem(
                        as(ALICE)
                                .header("Accept-Language", "fr")
                                .contentType(ContentType.JSON)
                                .body(body("HC", " "))
                                .when()
                                .post(ORGANIZATIONS),
                        422,
                        "INVALID_ORGANIZATION")
                .header("Content-Language", equalTo("fr"))
                .body("title", equalTo("Organisme non valide"))
                .body("violations[0].message", equalTo("Ce membre est obligatoire et ne peut être vide."));
    }

    @Test
    void aWalkWhileBodiesAreRegisteredMissesNoneAndRepeatsNone() {
        List<String> throughout = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            throughout.add(register(ALICE, "HC", "Organisme " + i));
        }
        List<String> seen = new ArrayList<>();
        String next = ORGANIZATIONS + "?limit=3";
        while (next != null) {
            Response page = as(ALICE).when().get(next);
            seen.addAll(page.then().statusCode(200).extract().path("items.id"));
            next = next(page);
            if (seen.size() < 7) {
                register(ALICE, "HC", "Entre deux pages");
                register(CAROL, "DND", "Ailleurs");
            }
        }
        assertThat(seen).doesNotHaveDuplicates().containsAll(throughout).hasSize(9);
    }

    @Test
    void theLinkKeepsWhatTheCallerAskedAndNamesNoHost() {
        register(ALICE, "HC", "Un");
        register(ALICE, "HC", "Deux");
        Response page = as(ALICE).urlEncodingEnabled(false).when().get(ORGANIZATIONS + "?institution=%48C&limit=1");
        assertThat(page.header("Link"))
                .matches("</genai-registry/v1/organizations\\?institution=%48C&limit=1&after=[\\w-]+>; rel=\"next\"");
        Response last = as(ALICE).urlEncodingEnabled(false).when().get(next(page));
        last.then().statusCode(200).body("items.name.fr", contains("Deux"));
        assertThat(last.header("Link")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit, NOT_A_LIMIT",
        "limit=501, limit, NOT_A_LIMIT",
        "limit=many, limit, NOT_A_LIMIT",
        "after=nonsense, after, NOT_A_CURSOR",
        // organizations:x, and a cursor of the measures
        "after=b3JnYW5pemF0aW9uczp4, after, NOT_A_CURSOR",
        "after=bWVhc3VyZXM6MDE5Yjc2ZGEtYTgwMC03NjMxLTg4NzYtYTYwMmM1OGVkMGRi, after, NOT_A_CURSOR",
    })
    void refusesABadParameterByItsName(String query, String parameter, String code) {
        problem(as(ALICE).when().get(ORGANIZATIONS + "?" + query), 400, "MALFORMED_REQUEST")
                .body("violations[0].pointer", equalTo(parameter))
                .body("violations[0].code", equalTo(code));
    }

    @Test
    void sortsByTheFrenchNameEitherWay() {
        for (String name : List.of("Budget", "Aviation", "Commerce", "Aviation")) {
            register(ALICE, "HC", name);
        }
        assertThat(walk(ALICE, ORGANIZATIONS + "?sort=name&limit=2", "items.name.fr"))
                .containsExactly("Aviation", "Aviation", "Budget", "Commerce");
        assertThat(walk(ALICE, ORGANIZATIONS + "?sort=-name&limit=3", "items.name.fr"))
                .containsExactly("Commerce", "Budget", "Aviation", "Aviation");
        List<String> ids = walk(ALICE, ORGANIZATIONS + "?sort=id", "items.id");
        assertThat(walk(ALICE, ORGANIZATIONS + "?sort=-id&limit=1", "items.id")).isEqualTo(ids.reversed());
        assertThat(walk(ALICE, ORGANIZATIONS, "items.id")).isEqualTo(ids);
    }

    @Test
    void listsThoseOfAKindWheneverTheyAreOfIt() {
        String health = register(ALICE, "HC", "Santé Canada");
        String ministry = post(
                        MONA,
                        bodyOver(
                                "MSSS",
                                "\"from\": \"2024-12-01\"",
                                "\"from\": \"2016-04-01\", \"until\": \"2024-12-01\""))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(walk(MONA, ORGANIZATIONS + "?kind=MINISTRY", "items.id")).containsExactly(ministry);
        assertThat(walk(MONA, ORGANIZATIONS + "?kind=MINISTRY&kind=FEDERAL_INSTITUTION&limit=1", "items.id"))
                .containsExactly(health, ministry);
        assertThat(walk(MONA, ORGANIZATIONS + "?kind=CEGEP", "items.id")).isEmpty();
        assertThat(walk(MONA, ORGANIZATIONS + "?kind=MINISTRY&institution=HC", "items.id"))
                .isEmpty();
        assertThat(walk(MONA, ORGANIZATIONS + "?institution=HC&institution=DND&sort=-name", "items.id"))
                .containsExactly(health);
        assertThat(walk(CAROL, ORGANIZATIONS + "?institution=HC", "items.id")).isEmpty();
    }

    @Test
    void aWalkByNameWhileBodiesComeAndGoMissesNoneAndRepeatsNone() throws SQLException {
        List<String> throughout = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            throughout.add(register(ALICE, "HC", "Organisme " + i % 3));
        }
        List<String> seen = new ArrayList<>();
        String next = ORGANIZATIONS + "?sort=-name&limit=2";
        for (int i = 0; next != null; i++) {
            Response page = as(ALICE).when().get(next);
            seen.addAll(page.then().statusCode(200).extract().path("items.id"));
            next = next(page);
            if (i < 4) {
                register(ALICE, "HC", "Organisme 1 bis");
                try (Connection superuser = TestPostgres.asSuperuser(RegistryTest.DATABASE);
                        Statement statement = superuser.createStatement()) {
                    statement.execute("""
                            with gone as (select id from organization where name_fr = 'Organisme 1 bis' limit %d),
                                 categories as (delete from organization_category where organization_id in (table gone))
                            delete from organization where id in (table gone)""".formatted(i % 2));
                }
            }
        }
        assertThat(seen).doesNotHaveDuplicates().containsAll(throughout);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sort=colour                | sort        | NOT_A_SORT_KEY  | One of: id, -id, name, -name.",
                "sort=                      | sort        | NOT_A_SORT_KEY  | One of: id, -id, name, -name.",
                "sort=--name                | sort        | NOT_A_SORT_KEY  | One of: id, -id, name, -name.",
                "institution=h+c            | institution | NOT_OF_THE_FORM | A text that matches [A-Z0-9][A-Z0-9_-]{0,31}.",
                "limit=1&limit=2            | limit       | REPEATED        | This parameter is given once only.",
                "sort=name&sort=id          | sort        | REPEATED        | This parameter is given once only.",
                "kind=                      | kind        | NOT_ONE_OF      | One of: MINISTRY, BUDGET_BODY, NON_BUDGET_BODY, SCHOOL_BODY, CEGEP, UNIVERSITY, HEALTH_BODY, GOVERNMENT_ENTERPRISE, MUNICIPALITY, FEDERAL_INSTITUTION, OTHER.",
            })
    void saysWhatMayBeAsked(String query, String parameter, String code, String message) {
        problem(as(ALICE).urlEncodingEnabled(false).when().get(ORGANIZATIONS + "?" + query), 400, "MALFORMED_REQUEST")
                .body("violations[0].pointer", equalTo(parameter))
                .body("violations[0].code", equalTo(code))
                .body("violations[0].message", equalTo(message));
    }

    @Test
    void takesOnlySoManyValuesOfAFilter() {
        String twenty = "?kind=CEGEP" + "&kind=CEGEP".repeat(19);
        as(ALICE).when().get(ORGANIZATIONS + twenty).then().statusCode(200);
        problem(as(ALICE).when().get(ORGANIZATIONS + twenty + "&kind=CEGEP"), 400, "MALFORMED_REQUEST")
                .body("violations[0].pointer", equalTo("kind"))
                .body("violations[0].code", equalTo("TOO_MANY_VALUES"));
    }

    @Test
    void refusesAParameterItDoesNotKnow() {
        problem(as(ALICE).when().get(ORGANIZATIONS + "?Kind=CEGEP&limit=1&x=1"), 400, "UNKNOWN_PARAMETER")
                .body("violations.pointer", contains("Kind", "x"))
                .body(
                        "violations[0].message",
                        equalTo("No such parameter is known here. Known are: after, institution, kind, limit, sort."));
        problem(as(ALICE).when().get(ORGANIZATIONS + "/" + UUID.randomUUID() + "?limit=1"), 400, "UNKNOWN_PARAMETER")
                .body("violations[0].message", equalTo("This operation takes no query parameter."));
        problem(
                as(DENIS).contentType(ContentType.JSON).body("{").when().post(ORGANIZATIONS + "?limit=1"),
                403,
                "FORBIDDEN");
        given().when().get(ORGANIZATIONS + "?x=1").then().statusCode(401);
    }

    @Test
    void aCursorIsOfNoUseUnderAnotherOrderOrOtherFilters() {
        register(ALICE, "HC", "Un");
        register(ALICE, "HC", "Deux");
        String next = next(as(ALICE).when().get(ORGANIZATIONS + "?limit=1&sort=name&kind=FEDERAL_INSTITUTION"));
        as(ALICE).when().get(next).then().statusCode(200).body("items.name.fr", contains("Un"));
        for (String other : List.of(
                next.replace("sort=name", "sort=-name"),
                next.replace("sort=name&", ""),
                next.replace("&kind=FEDERAL_INSTITUTION", ""),
                next.replace("FEDERAL_INSTITUTION", "MINISTRY"))) {
            problem(as(ALICE).when().get(other), 400, "MALFORMED_REQUEST")
                    .body("violations[0].code", equalTo("NOT_A_CURSOR"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "\"other\", %s", "*"})
    void whoHasItAlreadyIsToldSoWithoutABody(String known) {
        String id = register(ALICE, "HC", "Santé Canada");
        for (String address : List.of(ORGANIZATIONS, ORGANIZATIONS + "/" + id)) {
            String tag = as(ALICE).when().get(address).header("ETag");
            Response unchanged = as(ALICE)
                    .header("If-None-Match", known.formatted(tag))
                    .when()
                    .get(address);
            unchanged.then().statusCode(304).header("ETag", equalTo(tag));
            assertThat(unchanged.body().asByteArray()).isEmpty();
            assertThat(unchanged.headers().getValues("Vary")).contains("Accept-Language", "Authorization");
        }
    }

    @Test
    void theHeadAloneHasTheSameTag() {
        String address = ORGANIZATIONS + "/" + register(ALICE, "HC", "Santé Canada");
        String tag = as(ALICE).when().get(address).header("ETag");
        as(ALICE).when().head(address).then().statusCode(200).header("ETag", equalTo(tag));
        as(ALICE).header("If-None-Match", tag).when().head(address).then().statusCode(304);
    }

    @Test
    void anotherTagIsAnsweredInFull() {
        register(ALICE, "HC", "Santé Canada");
        String before = as(ALICE).when().get(ORGANIZATIONS).header("ETag");
        register(ALICE, "HC", "Autre");
        as(ALICE)
                .header("If-None-Match", before)
                .when()
                .get(ORGANIZATIONS)
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(before)))
                .header("Cache-Control", equalTo("private, no-cache"));
    }

    @Test
    void aPageThatGetsASuccessorHasAnotherTag() {
        register(ALICE, "HC", "Un");
        String last = as(ALICE).when().get(ORGANIZATIONS + "?limit=1").header("ETag");
        register(ALICE, "HC", "Deux");
        as(ALICE)
                .header("If-None-Match", last)
                .when()
                .get(ORGANIZATIONS + "?limit=1")
                .then()
                .statusCode(200)
                .header("Link", startsWith("<"));
    }

    @Test
    void aRefusalHasNoTag() {
        Response refused = as(ALICE).when().get(ORGANIZATIONS + "/" + UUID.randomUUID());
        problem(refused, 404, "NOT_FOUND");
        assertThat(refused.header("ETag")).isNull();
    }

    private static TestTokens caller(String name, String institution, String role) {
        return TestTokens.as(name).institution(institution).roles(role).audience("genai-registry");
    }

    private static RequestSpecification as(TestTokens caller) {
        return given().auth().oauth2(caller.sign());
    }

    private static Response post(TestTokens caller, String body) {
        return as(caller).contentType(ContentType.JSON).body(body).when().post(ORGANIZATIONS);
    }

    private static String register(TestTokens caller, String institution, String name) {
        return post(caller, body(institution, name))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static List<String> walk(TestTokens caller, String address, String member) {
        List<String> seen = new ArrayList<>();
        for (String next = address; next != null; ) {
            Response page = as(caller).when().get(next);
            seen.addAll(page.then().statusCode(200).extract().path(member));
            next = next(page);
        }
        return seen;
    }

    private static String next(Response page) {
        String link = page.header("Link");
        return link == null ? null : link.substring(1, link.indexOf('>'));
    }

    private static String body(String institution, String name) {
        return """
                {"institution": "%s", "name": {"fr": "%s"},
                 "categories": [{"kind": "FEDERAL_INSTITUTION", "subjectToLggriArticle2": false, "from": "1993-06-25",
                                 "proof": %s}]}""".formatted(institution, name, PROOF);
    }

    private static String bodyOver(String institution, String... periods) {
        List<String> categories = new ArrayList<>();
        for (String period : periods) {
            categories.add("{\"kind\": \"MINISTRY\", %s, \"proof\": %s}".formatted(period, PROOF));
        }
        return "{\"institution\": \"%s\", \"name\": {\"fr\": \"Un organisme\"}, \"categories\": %s}"
                .formatted(institution, categories);
    }

    private static ValidatableResponse problem(Response answer, int status, String code) {
        return answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("violations.code", not(hasItem("")));
    }
}
