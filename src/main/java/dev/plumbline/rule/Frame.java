package dev.plumbline.rule;

import dev.cel.common.CelErrorCode;
import org.jspecify.annotations.Nullable;

/** What one evaluation works on. Used by one thread; may be used again for the next fact. */
final class Frame {

    /** Steps of all loops in one evaluation: enough for every column of a large database, gone in a second. */
    static final int BUDGET = 1_000_000;

    private final int budget;
    private final @Nullable Object[] locals;
    private Node subject;
    private int iterations;

    Frame(Node subject, int locals, int budget) {
        this.subject = subject;
        this.locals = new @Nullable Object[locals];
        this.budget = budget;
    }

    /** Makes the frame ready for another fact. */
    Frame on(Node next) {
        subject = next;
        iterations = 0;
        return this;
    }

    Node subject() {
        return subject;
    }

    World.View view() {
        return subject.view();
    }

    Object local(int slot) {
        return java.util.Objects.requireNonNull(locals[slot]);
    }

    void set(int slot, Object value) {
        locals[slot] = value;
    }

    void step() {
        iterations++;
        if (iterations > budget) {
            throw new EvalError(CelErrorCode.ITERATION_BUDGET_EXCEEDED, "more than " + budget + " steps for one fact");
        }
    }
}
