package ca.balise.kit.store.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import ca.balise.kit.store.Notes;
import ca.balise.kit.store.NotesTest;
import ca.balise.kit.testing.TestPostgres;
import ca.balise.kit.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** An answer that the database did not give in time. */
@NotesTest
class LateAnswerTest {

    @Test
    void whatWasLateIsUndoneAndItsKeyIsFree() throws Exception {
        Notes.forget();
        try (Connection superuser = TestPostgres.asSuperuser(NotesTest.DATABASE);
                Statement statement = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            statement.execute("lock table note");
            post().then().statusCode(503).body("code", equalTo("UNAVAILABLE")).header("Retry-After", "5");
            superuser.rollback();
        }
        post().then().statusCode(201).header("Idempotency-Replayed", nullValue());
        post().then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(Notes.valueOf("select count(*) from note")).isEqualTo("1");
        assertThat(Notes.valueOf("select count(*) from kit.audit_event")).isEqualTo("1");
    }

    private static Response post() {
        return given().auth()
                .oauth2(TestTokens.as("alice")
                        .institution("HC")
                        .roles("writer")
                        .audience("notes")
                        .sign())
                .header("Idempotency-Key", "late")
                .contentType(ContentType.JSON)
                .body("{\"words\": \"late\"}")
                .post(NoteResource.PATH);
    }
}
