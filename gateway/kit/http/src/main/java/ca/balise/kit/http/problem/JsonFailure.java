package ca.balise.kit.http.problem;

import ca.balise.kit.http.language.Messages;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;

/**
 * Turns what Jackson says of a request body into a problem with a pointer. Jackson's own messages are never passed on: they quote
 * the input and name classes.
 */
public final class JsonFailure {

    private static final Messages MESSAGES = Messages.of(JsonFailure.class);

    private JsonFailure() {}

    /** The problem for a body that could not be read. */
    public static ProblemException problem(JsonProcessingException failure) {
        return switch (failure) {
            case StreamReadException broken when isRepetition(broken) -> repeated(broken);
            case UnrecognizedPropertyException unknown -> member(unknown, "UNKNOWN_MEMBER");
            case InvalidFormatException format -> member(format, "INVALID_VALUE");
            case MismatchedInputException mismatch
            when !mismatch.getPath().isEmpty() -> member(mismatch, "INVALID_VALUE");
            case MismatchedInputException mismatch when isWrongRoot(mismatch) -> member(mismatch, "INVALID_VALUE");
            case JsonMappingException mapping when !mapping.getPath().isEmpty() -> mapped(mapping);
            default -> unreadable(failure);
        };
    }

    /** The problem for a member that the operation does not know, read token by token. */
    public static ProblemException unknownMember(String pointer) {
        return new ProblemException(CommonProblem.INVALID_MEMBER, pointer)
                .at(pointer, "UNKNOWN_MEMBER", MESSAGES.text("UNKNOWN_MEMBER"));
    }

    /** The problem for a parameter that is not of the form that the contract states. */
    static ProblemException invalidParameter(String name) {
        return new ProblemException(CommonProblem.MALFORMED_REQUEST)
                .at(name, "INVALID_VALUE", MESSAGES.text("INVALID_VALUE"));
    }

    private static ProblemException mapped(JsonMappingException mapping) {
        return switch (mapping.getCause()) {
            case ProblemException own -> own;
            // Sound text, but a number too large for its member: the parser says so only when asked for the number.
            case InputCoercionException _ -> member(mapping, "INVALID_VALUE");
            case StreamReadException broken when isRepetition(broken) -> repeated(broken);
            // The text broke off or went wrong inside a member: no member is at fault.
            case StreamReadException broken -> unreadable(broken);
            case null, default -> member(mapping, "INVALID_VALUE");
        };
    }

    private static ProblemException member(JsonMappingException failure, String code) {
        String pointer = pointer(failure.getPath());
        // The pointer of the whole body is empty: bare, it would be a gap in the sentence.
        return new ProblemException(CommonProblem.INVALID_MEMBER, pointer.isEmpty() ? "\"\"" : pointer)
                .at(pointer, code, MESSAGES.text(code));
    }

    /** Whether the body is JSON, but not of the kind asked for; not where there is none, or more after it. */
    private static boolean isWrongRoot(MismatchedInputException mismatch) {
        if (!(mismatch.getProcessor() instanceof JsonParser parser)) {
            return false;
        }
        JsonStreamContext root = parser.getParsingContext();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        return root.hasCurrentIndex() && root.getCurrentIndex() == 0;
    }

    /** The parser says so in words alone; where it stands is the member given again. */
    private static boolean isRepetition(StreamReadException broken) {
        return broken.getOriginalMessage().startsWith("Duplicate field '") && broken.getProcessor() != null;
    }

    private static ProblemException repeated(StreamReadException broken) {
        String pointer =
                broken.getProcessor().getParsingContext().pathAsPointer().toString();
        return new ProblemException(CommonProblem.INVALID_MEMBER, pointer)
                .at(pointer, "REPEATED_MEMBER", MESSAGES.text("REPEATED_MEMBER"));
    }

    private static ProblemException unreadable(JsonProcessingException failure) {
        var location = failure.getLocation();
        return location == null
                ? new ProblemException(CommonProblem.MALFORMED_JSON, 1, 1)
                : new ProblemException(
                        CommonProblem.MALFORMED_JSON, location.getLineNr(), Math.max(location.getColumnNr(), 1));
    }

    private static String pointer(List<JsonMappingException.Reference> path) {
        var pointer = new StringBuilder();
        for (var step : path) {
            pointer.append('/');
            if (step.getFieldName() == null) {
                pointer.append(step.getIndex());
            } else {
                pointer.append(step.getFieldName().replace("~", "~0").replace("/", "~1"));
            }
        }
        return pointer.toString();
    }
}
