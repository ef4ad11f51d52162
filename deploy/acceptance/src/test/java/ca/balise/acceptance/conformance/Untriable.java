package ca.balise.acceptance.conformance;

/** A check could not be tried, because something that should have been in order before it was not; its cell fails and says so. */
final class Untriable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Untriable(String reason) {
        super(reason, null, false, false);
    }
}
