package ca.balise.genai;

import ca.balise.kit.testing.IsolationRules;
import ca.balise.kit.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RegistryTest
class IsolationTest {

    @Test
    void institutionsAreKeptApartAndPublicTextsAreShared() {
        IsolationRules.assertKept(
                RegistryTest.DATABASE, "measure", "measure_date", "measure_statement", "measure_public_report");
    }

    @ParameterizedTest
    @ValueSource(strings = {"organization", "organization_category"})
    void aQueryThatForgetsTheInstitutionReturnsNothing(String table) throws SQLException {
        try (Connection superuser = TestPostgres.asSuperuser(RegistryTest.DATABASE);
                Statement statement = superuser.createStatement()) {
            statement.execute("""
                    with body as (
                        insert into organization (id, institution, name_fr) values (uuidv7(), 'HC', 'Santé Canada')
                        returning id, institution)
                    insert into organization_category (organization_id, institution, kind, valid_from, proof_document,
                                                       proof_issuer)
                    select id, institution, 'FEDERAL_INSTITUTION', '1993-06-25', 'Annexe I', 'Canada' from body""");
        }
        IsolationRules.assertHidden(RegistryTest.DATABASE, table, "HC");
    }

    @Test
    void aQueryThatForgetsTheInstitutionReturnsNoDetermination() throws SQLException {
        try (Connection superuser = TestPostgres.asSuperuser(RegistryTest.DATABASE);
                Statement statement = superuser.createStatement()) {
            statement.execute("""
                    insert into recorded_determination (id, institution, as_of, known_at, ruleset_version, status, reason_code, facts,
                                                        input_hash, answer, decided_at)
                    values (uuidv7(), 'HC', '2025-06-02', now(), '1', 'SUSPENDED', 'PROJECT_COVERED', '', '', '', now())""");
        }
        IsolationRules.assertHidden(RegistryTest.DATABASE, "recorded_determination", "HC");
    }
}
