package ca.balise.contracts;

/**
 * Something that a caller of the released contract can rely on and that the new one does not keep.
 *
 * @param operation method and path, for example {@code GET /deid/v1/specifications/{id}}
 * @param what where in the operation and what became of it, for example {@code answer 200 application/json, createdAt: removed}; the
 *     same change is always said in the same words, so that it can be recorded as accepted
 */
public record Break(String operation, String what) {

    @Override
    public String toString() {
        return operation + " - " + what;
    }
}
