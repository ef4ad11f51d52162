package ca.balise.social.retention.model;

/**
 * Something that a record holds, as stated. Only what the rules know is ever shown.
 *
 * @param text the text
 */
public record HeldItem(String text) {

    boolean is(RecordItem item) {
        return text.equals(item.name());
    }

    @Override
    public String toString() {
        return is(RecordItem.HANDLE) || is(RecordItem.COMMENT) ? text : "OTHER";
    }
}
