package ca.balise.kit.store.audit;

import java.math.BigDecimal;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One change, as it is recorded for good and told to whoever follows the changes. Nothing in it is about a person: what is said of
 * the change are ids, codes, dates, versions and counts. A text with a space in it is refused, so that no name and no sentence gets
 * in by mistake.
 *
 * @param action what was done, the thing before the verb: {@code organization.registered}
 * @param institution code of the institution whose record it is; empty if it is of none, and then everybody sees the event
 * @param entityType what kind of record, in kebab-case: {@code organization}
 * @param entityId its id
 * @param data what else there is to know, by camelCase names: texts without spaces, numbers, booleans, ids, dates, constants of an
 *     enum, and collections of these
 */
public record ChangeRecord(
        String action, String institution, String entityType, String entityId, Map<String, Object> data) {

    private static final Pattern ACTION = Pattern.compile("[a-z][a-z0-9-]*(?:\\.[a-z][a-z0-9-]*)+");
    private static final Pattern INSTITUTION = Pattern.compile("(?:[A-Z0-9][A-Z0-9_-]{0,31})?");
    private static final Pattern ENTITY_TYPE = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern MEMBER = Pattern.compile("[a-z][A-Za-z0-9]*");

    /** As long as a SHA-256 in hexadecimal, twice: the longest thing that is no text of a person. */
    private static final Pattern CODE = Pattern.compile("[\\x21-\\x7e]{1,128}");

    /** A record of the audit is small; what is large is read where it is kept. */
    private static final int MOST_VALUES = 100;

    /** @throws IllegalArgumentException if a part is not of the form above */
    public ChangeRecord {
        require(ACTION, action);
        require(INSTITUTION, institution);
        require(ENTITY_TYPE, entityType);
        require(CODE, entityId);
        Map<String, Object> plain = new TreeMap<>();
        data.forEach((member, value) -> {
            require(MEMBER, member);
            plain.put(member, plain(value));
        });
        data = Collections.unmodifiableMap(plain);
    }

    /** A change of which there is no more to say. */
    public ChangeRecord(String action, String institution, String entityType, UUID entityId) {
        this(action, institution, entityType, entityId.toString(), Map.of());
    }

    /** A change of a record with an id of ours. */
    public ChangeRecord(String action, String institution, String entityType, UUID entityId, Map<String, Object> data) {
        this(action, institution, entityType, entityId.toString(), data);
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Collection<?> several
            when several.size() <= MOST_VALUES ->
                several.stream().map(ChangeRecord::scalar).toList();
            default -> scalar(value);
        };
    }

    private static Object scalar(Object value) {
        return switch (value) {
            case Boolean _, Integer _, Long _, Short _, Double _, BigDecimal _ -> value;
            case Enum<?> constant -> constant.name();
            case UUID id -> id.toString();
            case TemporalAccessor date -> code(date.toString());
            case String text -> code(text);
            default -> throw new IllegalArgumentException("not for an audit record: " + value.getClass());
        };
    }

    private static String code(String text) {
        require(CODE, text);
        return text;
    }

    /** The value is not quoted: what is refused here may be about a person. */
    private static void require(Pattern form, String text) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException("not for an audit record: a text that is not of the form " + form);
        }
    }
}
