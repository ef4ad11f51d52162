package ca.balise.social.lookup;

import ca.balise.kit.http.language.Language;
import ca.balise.social.lookup.LookUpAccount.Answer;
import ca.balise.social.lookup.model.Officialness;
import ca.balise.social.lookup.model.Officialness.PublicAccount;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes an answer as a page, in one language. */
@Startup
@ApplicationScoped
public class ShowAnswer {

    /** What is shown of a question; longer, it is no address. */
    private static final int LONGEST_SHOWN = 2_048;

    private final String style = styleSheet();

    /** Its own style sheet, which stands in it, and a form that asks the same page. */
    private final String contentPolicy =
            "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; style-src 'sha256-"
                    + sha256(style) + "'";

    /** The page. */
    public String show(String asked, Answer answer, Language language) {
        Officialness said = answer.officialness();
        PublicAccount account = said.account();
        String shown = asked.substring(0, Math.min(asked.length(), LONGEST_SHOWN));
        return new LookUpPage(
                        language.tag(),
                        style,
                        shown,
                        URLEncoder.encode(shown, StandardCharsets.UTF_8),
                        said.standing().name(),
                        answer.url(),
                        account == null ? null : account.name(),
                        account == null ? null : account.platform(),
                        account == null ? null : department(account, language),
                        said.successorUrl())
                .setLocale(language.tag())
                .render();
    }

    /** The {@code Content-Security-Policy} of the page. */
    public String contentPolicy() {
        return contentPolicy;
    }

    private static @Nullable String department(PublicAccount account, Language language) {
        return language == Language.FR ? account.departmentFr() : account.departmentEn();
    }

    private static String styleSheet() {
        try (@Nullable InputStream file = ShowAnswer.class.getResourceAsStream("lookup.css")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
