package ca.balise.social.platform;

import ca.balise.kit.reasoning.RuleBook;
import ca.balise.social.platform.model.Platform;
import ca.balise.social.platform.model.PlatformStanding;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** Judges a platform by its reviews. Its rules are read at start: a service without them must not answer. */
@Startup
@ApplicationScoped
public class JudgePlatform {

    private final RuleBook rules = RuleBook.read(JudgePlatform.class, "/rules/official-accounts.yaml");

    public PlatformStanding judge(Platform platform) {
        return PlatformStanding.of(platform, rules);
    }
}
