package ca.balise.social.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import ca.balise.kit.testing.TestPostgres;
import ca.balise.social.ComplianceTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ComplianceTest
class PublicAccountResourceTest {

    private static final String LOOK_UP = "/socialmedia/v1/public/accounts";

    @BeforeEach
    void accounts() throws SQLException {
        try (Connection superuser = TestPostgres.asSuperuser(ComplianceTest.DATABASE);
                Statement statement = superuser.createStatement()) {
            statement.execute("truncate department, account, account_import cascade");
            statement.execute("""
                    insert into department (id, institution, name_en, name_fr, faa_schedules)
                    values ('019b76da-a800-7631-8876-a602c58ed0db', 'HC', 'Health Canada', 'Santé Canada', '{I}')""");
            for (String account : new String[] {
                "'official', 'ACTIVE', 'official'", "'closing', 'CLOSING', 'closing'", "'closed', 'CLOSED', 'closed'",
                "'draft', 'DRAFT', 'draft'", "'permitted', 'PERMITTED', 'permitted'", "'renamed', 'ACTIVE', 'newname'"
            }) {
                String[] parts = account.replace("'", "").split(", ", -1);
                statement.execute("""
                        insert into account (id, institution, department_id, platform, name, handle, url, address_since, entry, status,
                                             registered_at, owner_roles)
                        values (uuidv7(), 'HC', '019b76da-a800-7631-8876-a602c58ed0db', 'X', '<b>%1$s</b>', '%3$s',
                                'https://x.com/%3$s', now(), 'EXISTING', '%2$s', now(), '{SECRET_ROLE}')""".formatted(parts[0], parts[1], parts[2]));
            }
            statement.execute("""
                    insert into account_former_address (id, account_id, institution, url, since, until)
                    select uuidv7(), id, institution, 'https://x.com/oldname', now(), now() from account where url like '%newname'""");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://x.com/official, OFFICIAL",
        "http://www.Twitter.com/@OFFICIAL/?lang=fr#x, OFFICIAL",
        "x.com/closing, OFFICIAL",
        "x.com/newname, OFFICIAL",
        "x.com/closed, FORMERLY_OFFICIAL",
        "x.com/oldname, FORMERLY_OFFICIAL",
        "x.com/draft, UNKNOWN",
        "x.com/permitted, UNKNOWN",
        "x.com/nobody, UNKNOWN",
        "https://x.com.evil.example/official, UNKNOWN",
        "https://x.com@evil.example/official, UNKNOWN",
        "https://evil.example/x.com/official, UNKNOWN",
        "https://х.com/official, UNKNOWN",
        "javascript:alert(1), UNKNOWN",
        "nothing at all, UNKNOWN"
    })
    void saysWhetherTheAccountIsOfficialAndNeverThatItIsNot(String url, String standing) {
        ask(url).then().statusCode(200).body("standing", equalTo(standing));
    }

    @Test
    void tellsOnlyWhatIsPublic() {
        String answer = ask("x.com/official").asString();
        assertThat(answer)
                .contains("Health Canada", "Santé Canada")
                .doesNotContain("SECRET_ROLE", "\"id\"", "\"HC\"", "ACTIVE");
        ask("x.com/draft").then().body("account", nullValue());
        ask("x.com/oldname").then().body("successorUrl", equalTo("https://x.com/newname"));
        ask("x.com/closed").then().body("successorUrl", nullValue());
    }

    @Test
    void anAnswerMayBeKeptAndIsNotSentAgain() {
        Response answer = ask("x.com/official");
        answer.then()
                .header("Cache-Control", "public, max-age=300")
                .header("RateLimit-Limit", "600")
                .header("Vary", "Accept, Accept-Language");
        RestAssured.given()
                .header("If-None-Match", answer.header("ETag"))
                .queryParam("url", "x.com/official")
                .get(LOOK_UP)
                .then()
                .statusCode(304)
                .header("Cache-Control", "public, max-age=300");
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeAgain() {
        for (int i = 0; i < 600; i++) {
            from("192.0.2.1").then().statusCode(200);
            if (i == 0) {
                from("192.0.2.2").then().header("RateLimit-Remaining", "599");
            }
        }
        Response refused = from("192.0.2.1");
        for (int i = 0; i < 60 && refused.statusCode() == 200; i++) {
            refused = from("192.0.2.1");
        }
        refused.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("code", equalTo("TOO_MANY_REQUESTS"))
                .header("RateLimit-Remaining", "0");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
        from("192.0.2.3").then().statusCode(200);
    }

    @Test
    void withoutAnAddressThereIsNoAnswer() {
        RestAssured.get(LOOK_UP).then().statusCode(400).body("violations[0].pointer", equalTo("url"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void thePageSaysTheSameInBothLanguages(String lang) {
        RestAssured.given()
                .accept("text/html")
                .queryParam("url", "x.com/official")
                .queryParam("lang", lang)
                .get(LOOK_UP)
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Language", lang)
                .body(containsString(lang.equals("fr") ? "Compte officiel" : "Official account"))
                .body(containsString(lang.equals("fr") ? "Santé Canada" : "Health Canada"))
                .body(containsString("&lt;b&gt;official"))
                .body(not(containsString("<b>")));
    }

    @Test
    void whatWasAskedIsNoMarkupOnThePage() {
        RestAssured.given()
                .accept("text/html")
                .queryParam("url", "\"><script>alert(1)</script>")
                .get(LOOK_UP)
                .then()
                .statusCode(200)
                .body(not(containsString("<script>")))
                .header("Content-Security-Policy", containsString("default-src 'none'"));
    }

    private static Response ask(String url) {
        return RestAssured.given().queryParam("url", url).get(LOOK_UP);
    }

    private static Response from(String address) {
        return RestAssured.given()
                .header("X-Forwarded-For", address)
                .queryParam("url", "mailto:x")
                .get(LOOK_UP);
    }
}
