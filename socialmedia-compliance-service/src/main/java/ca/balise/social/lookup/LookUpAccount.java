package ca.balise.social.lookup;

import ca.balise.kit.http.language.Messages;
import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.InstitutionScope;
import ca.balise.social.lookup.model.Officialness;
import ca.balise.social.lookup.store.PublicAccounts;
import ca.balise.social.platform.RecognizeAddress;
import ca.balise.social.platform.model.AccountAddress.Elsewhere;
import ca.balise.social.platform.model.AccountAddress.Recognized;
import ca.balise.social.platform.model.AccountAddress.Refused;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says whether the account at an address is official. */
@ApplicationScoped
public class LookUpAccount {

    private static final Messages MESSAGES = Messages.of(LookUpAccount.class);

    /** Nobody in particular: sees no institution's rows, only what the database tells anybody. */
    private static final Caller ANYBODY = new Caller("anybody", null, Set.of());

    private final InstitutionScope scope;
    private final RecognizeAddress recognize;
    private final PublicAccounts accounts;

    LookUpAccount(InstitutionScope scope, RecognizeAddress recognize, PublicAccounts accounts) {
        this.scope = scope;
        this.recognize = recognize;
        this.accounts = accounts;
    }

    /**
     * What is said of an address.
     *
     * @param url the address as it was looked for; {@code null} if it is none that an account could have
     * @param officialness what is said of it
     */
    public record Answer(@Nullable String url, Officialness officialness) {}

    /**
     * Looks an address up. One that is none, or only looks like a platform's, is unknown.
     *
     * @throws ProblemException 400, if there is none
     */
    public Uni<Answer> lookUp(@Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            throw new ProblemException(CommonProblem.MALFORMED_REQUEST)
                    .at("url", "REQUIRED", MESSAGES.text("REQUIRED"));
        }
        String url = switch (recognize.recognize(asked)) {
            case Recognized found -> found.url();
            case Elsewhere found -> found.url();
            case Refused _ -> null;
        };
        return url == null
                ? Uni.createFrom().item(new Answer(null, Officialness.UNKNOWN))
                : scope.read(ANYBODY, _ -> accounts.at(url)).map(found -> new Answer(url, Officialness.of(found)));
    }
}
