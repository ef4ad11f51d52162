package ca.balise.kit.store.trail;

import ca.balise.kit.http.language.Messages;
import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which events a caller wants to see, as the {@code @BeanParam} of the operation that lists them. */
public class AuditEventParameters {

    private static final Messages MESSAGES = Messages.of(AuditEventParameters.class);
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}-");

    @QueryParam("institution")
    @Parameter(description = "Code of the institution whose record was changed.", example = "MSSS")
    @Nullable
    String institution;

    @QueryParam("action")
    @Parameter(description = "What was done.", example = "organization.registered")
    @Nullable
    String action;

    @QueryParam("entityType")
    @Parameter(description = "Kind of record.", example = "organization")
    @Nullable
    String entityType;

    @QueryParam("entityId")
    @Parameter(description = "Id of the record.", example = "019b76da-a7ff-7c11-9a6e-2f6f0a1b7c55")
    @Nullable
    String entityId;

    @QueryParam("actor")
    @Parameter(description = "Subject of the token of who did it.", example = "6f1c1f0e-58f4-4a8e-9d0b-6f0b4f5f3a11")
    @Nullable
    String actor;

    @QueryParam("from")
    @Parameter(
            description = "Recorded at this instant or later (RFC 3339).",
            example = "2026-11-22T00:00:00Z",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Nullable
    String from;

    @QueryParam("to")
    @Parameter(
            description = "Recorded before this instant (RFC 3339).",
            example = "2026-11-23T00:00:00Z",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Nullable
    String to;

    @SuppressWarnings("NullAway.Init") // the framework fills the fields
    AuditEventParameters() {}

    /**
     * The filter asked for.
     *
     * @throws ProblemException 400 naming the parameter at fault
     */
    AuditEventFilter filter() {
        return new AuditEventFilter(
                text("institution", institution),
                text("action", action),
                text("entityType", entityType),
                text("entityId", entityId),
                text("actor", actor),
                instant("from", from),
                instant("to", to));
    }

    /** PostgreSQL takes no NUL in a text, and nothing that is recorded holds a control character. */
    private static @Nullable String text(String parameter, @Nullable String given) {
        if (given != null && given.chars().anyMatch(Character::isISOControl)) {
            throw fault(parameter, "NOT_PLAIN_TEXT");
        }
        return given == null || given.isEmpty() ? null : given;
    }

    private static @Nullable Instant instant(String parameter, @Nullable String given) {
        if (given == null) {
            return null;
        }
        try {
            // RFC 3339 has years of four digits, and no others.
            return Instant.parse(YEAR.matcher(given).lookingAt() ? given : "");
        } catch (DateTimeException notOne) {
            throw fault(parameter, "NOT_AN_INSTANT");
        }
    }

    private static ProblemException fault(String parameter, String code) {
        return new ProblemException(CommonProblem.MALFORMED_REQUEST).at(parameter, code, MESSAGES.text(code));
    }
}
