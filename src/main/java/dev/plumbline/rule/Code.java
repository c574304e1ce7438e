package dev.plumbline.rule;

import dev.cel.common.CelErrorCode;

/** A compiled expression. Holds no state of an evaluation, so that threads may share it. */
abstract class Code {

    /**
     * The value: a {@code String}, {@code Boolean}, {@code Long}, {@code Double}, {@code List}, {@code Map} or
     * {@link Node}; never null.
     *
     * @throws EvalError if there is none
     */
    abstract Object eval(Frame frame);

    /** The same without a box, for conditions. */
    boolean test(Frame frame) {
        if (eval(frame) instanceof Boolean value) {
            return value;
        }
        throw new EvalError(CelErrorCode.INVALID_ARGUMENT, "expected true or false");
    }

    /** The value, if it is the same for every fact. */
    boolean isConstant() {
        return false;
    }

    /** A condition. */
    abstract static class Test extends Code {
        @Override
        Object eval(Frame frame) {
            return test(frame);
        }

        @Override
        abstract boolean test(Frame frame);
    }

    static final class Constant extends Code {
        private final Object value;

        Constant(Object value) {
            this.value = value;
        }

        Object value() {
            return value;
        }

        @Override
        Object eval(Frame frame) {
            return value;
        }

        @Override
        boolean isConstant() {
            return true;
        }
    }
}
