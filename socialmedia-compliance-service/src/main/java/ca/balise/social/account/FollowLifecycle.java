package ca.balise.social.account;

import ca.balise.social.account.model.AccountEntry;
import ca.balise.social.account.model.AccountLifecycle;
import ca.balise.social.account.model.AccountLifecycle.Step;
import ca.balise.social.account.model.AccountStatus;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The way of an account, read at start: a service that does not know who may take a step must not answer. */
@Startup
@ApplicationScoped
public class FollowLifecycle {

    private static final String RULES = "/rules/account-lifecycle.yaml";

    private final AccountLifecycle lifecycle = read();

    public AccountLifecycle lifecycle() {
        return lifecycle;
    }

    /** The rules as they are shipped. */
    static AccountLifecycle read() {
        try (InputStream yaml = FollowLifecycle.class.getResourceAsStream(RULES)) {
            if (yaml == null) {
                throw new IllegalStateException("no rules at " + RULES);
            }
            Page page = YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(yaml, Page.class);
            return new AccountLifecycle(page.entries(), page.steps());
        } catch (IOException e) {
            throw new UncheckedIOException(RULES, e);
        }
    }

    private record Page(int version, Map<AccountEntry, AccountStatus> entries, List<Step> steps) {}
}
