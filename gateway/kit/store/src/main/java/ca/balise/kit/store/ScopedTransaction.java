package ca.balise.kit.store;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outermost transaction under way, and what will be recorded at its end. It is kept where the session is, in the context of the
 * request, and used by one step after the other.
 */
final class ScopedTransaction {

    private static final String KEY = ScopedTransaction.class.getName();

    private final Context context;
    private final boolean readOnly;
    private final List<String> recorded = new ArrayList<>();
    private @Nullable Throwable refused;

    private ScopedTransaction(Context context, boolean readOnly) {
        this.context = context;
        this.readOnly = readOnly;
    }

    /** The transaction that work begun now would join; {@code null} if there is none. */
    static @Nullable ScopedTransaction current() {
        return Vertx.currentContext().getLocal(KEY);
    }

    static ScopedTransaction begin(boolean readOnly) {
        var begun = new ScopedTransaction(Vertx.currentContext(), readOnly);
        begun.context.putLocal(KEY, begun);
        return begun;
    }

    void end() {
        context.removeLocal(KEY);
    }

    boolean isReadOnly() {
        return readOnly;
    }

    /** Adds what is recorded of a change. */
    void record(String content) {
        recorded.add(content);
    }

    List<String> recorded() {
        return List.copyOf(recorded);
    }

    /** A write failed: none of its transaction is kept. The first failure is the one that is told. */
    void refuse(Throwable failure) {
        if (refused == null) {
            refused = failure;
        }
    }

    /** Why none of it is kept; {@code null} if all is well. */
    @Nullable
    Throwable refused() {
        return refused;
    }
}
