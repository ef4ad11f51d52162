package ca.balise.social;

import ca.balise.kit.testing.IsolationRules;
import ca.balise.kit.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

@ComplianceTest
class IsolationTest {

    @Test
    void institutionsAreKeptApartAndTheCatalogueIsShared() {
        IsolationRules.assertKept(ComplianceTest.DATABASE, "platform", "platform_former_name", "platform_review");
    }

    @Test
    void aQueryThatForgetsTheInstitutionReturnsNothing() throws SQLException {
        try (Connection superuser = TestPostgres.asSuperuser(ComplianceTest.DATABASE);
                Statement statement = superuser.createStatement()) {
            statement.execute("""
                    insert into department (id, institution, name_en, name_fr, faa_schedules)
                    values (uuidv7(), 'HC', 'Health Canada', 'Santé Canada', '{I}')""");
        }
        IsolationRules.assertHidden(ComplianceTest.DATABASE, "department", "HC");
    }
}
