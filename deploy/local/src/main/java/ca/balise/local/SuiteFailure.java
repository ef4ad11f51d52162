package ca.balise.local;

/**
 * A failure whose message is all that the person at the keyboard needs: one line that says what is wrong and what to do.
 * The command prints it on standard error and exits with {@link #status()}.
 */
final class SuiteFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    SuiteFailure(String message) {
        this(message, 1);
    }

    SuiteFailure(String message, int status) {
        super(message);
        this.status = status;
    }

    SuiteFailure(String message, Throwable cause) {
        super(message, cause);
        this.status = 1;
    }

    /** The exit status of the command: 1, or 2 where it was called wrongly. */
    int status() {
        return status;
    }
}
