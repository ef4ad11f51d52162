package ca.balise.kit.store.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;

/** The record of changes of a service. */
@ConfigMapping(prefix = "balise.audit")
public interface AuditConfig {

    /** The name of the service in its paths and in the types of its events, for example {@code genai-registry}. */
    String service();

    /**
     * How long an event is kept. Ten years is the longest general period in which what an institution did can be brought before a court
     * where these services are used: article 2922 of the Civil Code of Québec; the Crown Liability and Proceedings Act, section 32, has
     * six. Never less than two, which the database itself refuses.
     */
    @WithDefault("P10Y")
    Period retention();

    /** Events retired in one transaction: some hundredths of a second. */
    @WithDefault("1000")
    int retireAtOnce();
}
