package ca.balise.kit.http.conditional;

/**
 * The wire body of a stored record that can be changed. Its version is the part of its {@code ETag} that {@code If-Match} compares:
 * it counts the changes of the record itself, and says nothing of what the answer merely shows of other records.
 */
public interface Versioned {

    /** How many times the record was changed; 0 as it was created. It never goes down. */
    long version();
}
