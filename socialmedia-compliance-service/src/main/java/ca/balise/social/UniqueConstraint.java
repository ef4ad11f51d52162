package ca.balise.social;

import java.util.function.Predicate;
import org.hibernate.exception.ConstraintViolationException;

/**
 * A row that PostgreSQL refused since another one has the same. It sees every institution's, which a caller does not: to look before
 * writing would miss the others', and those written meanwhile.
 */
public final class UniqueConstraint {

    private UniqueConstraint() {}

    /** Whether a failure comes of this constraint or unique index. */
    public static Predicate<Throwable> named(String constraint) {
        return failure -> {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof ConstraintViolationException refused
                        && constraint.equals(refused.getConstraintName())) {
                    return true;
                }
            }
            return false;
        };
    }
}
