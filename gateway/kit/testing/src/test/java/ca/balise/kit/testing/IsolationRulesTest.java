package ca.balise.kit.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The walk of the catalogue sees what is wrong; that the policy itself holds is proved where it is written, in the store kit. */
class IsolationRulesTest {

    private static final String DATABASE = "walked";

    @BeforeEach
    void aDatabaseWithOneIsolatedTableAndOneShared() throws SQLException {
        TestPostgres.createDatabase(DATABASE);
        asOwner("""
                revoke temporary on database walked from public;
                create schema kit;
                create function kit.sees(institution text) returns boolean language sql stable
                    return institution = current_setting('app.institution', true);
                create function kit.writes(institution text) returns boolean language sql stable
                    return institution = current_setting('app.institution', true);
                create function kit.enter(institution text, sees_all boolean, writes_all boolean, read_only boolean)
                    returns text language sql return set_config('app.institution', institution, true);
                grant usage on schema kit to walked_app;
                create table good (institution text not null);
                alter table good enable row level security;
                alter table good force row level security;
                create policy p on good for select using (kit.sees(institution));
                create policy i on good for insert with check (kit.writes(institution));
                create policy u on good for update using (kit.writes(institution)) with check (kit.writes(institution));
                create policy d on good for delete using (kit.writes(institution));
                create table shared (x int);
                grant select on good, shared to walked_app;
                """);
    }

    @Test
    void acceptsIsolatedTablesAndNamedSharedOnes() {
        assertThatCode(() -> IsolationRules.assertKept(DATABASE, "shared")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alter table good no force row level security | good does not enable and force",
                "alter table good disable row level security | good does not enable and force",
                "drop policy p on good | good has other policies",
                "create policy q on good for select using (true) | good has other policies",
                "alter policy i on good with check (kit.sees(institution)) | good has other policies",
                "alter policy u on good using (kit.sees(institution)) | good has other policies",
                "alter policy d on good using (kit.sees(institution)) | good has other policies",
                "create table forgotten (x int) | forgotten has no column institution",
                "create view through as select * from good | through has no column institution",
                "alter table shared add column institution text not null default 'HC' | shared is named as shared and has an institution",
                "drop table shared | shared is named as shared and does not exist",
                "grant insert on shared to walked_app | shared is named as shared and grants walked_app INSERT",
                "grant update (x) on shared to walked_app | shared is named as shared and grants walked_app UPDATE",
                "grant delete on shared to public | shared is named as shared and grants walked_app DELETE",
                "grant truncate on shared to walked_app | shared is named as shared and grants walked_app TRUNCATE",
                "grant create on schema public to walked_app | walked_app may do more",
            })
    void seesWhatBreaksTheRule(String change, String said) throws SQLException {
        asOwner(change);
        assertThatThrownBy(() -> IsolationRules.assertKept(DATABASE, "shared"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(said);
    }

    @Test
    void seesRowsThatShowWithoutAnInstitution() throws SQLException {
        asOwner("""
                alter table good disable row level security;
                insert into good values ('HC')""");
        assertThatThrownBy(() -> IsolationRules.assertKept(DATABASE, "shared"))
                .hasMessageContaining("shows rows to a connection that has said no institution");
    }

    @Test
    void acceptsARowThatOnlyItsInstitutionSees() throws SQLException {
        asSuperuser("insert into good values ('HC')");
        assertThatCode(() -> IsolationRules.assertHidden(DATABASE, "good", "HC"))
                .doesNotThrowAnyException();
    }

    @Test
    void provesNothingWithoutARow() {
        assertThatThrownBy(() -> IsolationRules.assertHidden(DATABASE, "good", "HC"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("nothing would be proved");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alter policy p on good using (true) | shows rows to a connection that has said no institution",
                "alter policy p on good using (current_setting('app.institution', true) <> '') | shows rows of HC to another",
                "alter policy p on good using (false) | hides its rows from HC itself",
            })
    void seesARowThatIsNotHiddenAsItShouldBe(String change, String said) throws SQLException {
        asSuperuser("insert into good values ('HC')");
        asOwner(change);
        assertThatThrownBy(() -> IsolationRules.assertHidden(DATABASE, "good", "HC"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(said);
    }

    private static void asSuperuser(String sql) throws SQLException {
        try (Connection superuser = TestPostgres.asSuperuser(DATABASE);
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void asOwner(String sql) throws SQLException {
        try (Connection owner = TestPostgres.asOwner(DATABASE);
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
