package ca.balise.social.exchange.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say of a row. No value of the row is part of it: one could be about a person.
 *
 * @param line the line of the file on which the row begins; the head is on line 1
 * @param code what it is
 * @param column the column, as the table writes it; {@code null} if it is about the whole row
 * @param figures numbers and codes of the text: a line, a platform
 */
public record Issue(long line, IssueCode code, @Nullable String column, List<Object> figures) {

    public Issue {
        figures = List.copyOf(figures);
    }
}
