package dev.plumbline.rule;

/**
 * Conditions. In CEL an error on one side of {@code &&} or {@code ||} counts only if the other side does not decide;
 * of two errors the first is kept.
 */
final class Logic {

    private Logic() {}

    static final class And extends Code.Test {
        private final Code left;
        private final Code right;

        And(Code left, Code right) {
            this.left = left;
            this.right = right;
        }

        @Override
        boolean test(Frame frame) {
            boolean first;
            try {
                first = left.test(frame);
            } catch (EvalError e) {
                if (!isFalse(right, frame)) {
                    throw e;
                }
                return false;
            }
            return first && right.test(frame);
        }
    }

    static final class Or extends Code.Test {
        private final Code left;
        private final Code right;

        Or(Code left, Code right) {
            this.left = left;
            this.right = right;
        }

        @Override
        boolean test(Frame frame) {
            boolean first;
            try {
                first = left.test(frame);
            } catch (EvalError e) {
                if (!isTrue(right, frame)) {
                    throw e;
                }
                return true;
            }
            return first || right.test(frame);
        }
    }

    private static boolean isFalse(Code code, Frame frame) {
        try {
            return !code.test(frame);
        } catch (EvalError e) {
            return false;
        }
    }

    private static boolean isTrue(Code code, Frame frame) {
        try {
            return code.test(frame);
        } catch (EvalError e) {
            return false;
        }
    }

    static final class Not extends Code.Test {
        private final Code of;

        Not(Code of) {
            this.of = of;
        }

        @Override
        boolean test(Frame frame) {
            return !of.test(frame);
        }
    }

    static final class NotStrictlyFalse extends Code.Test {
        private final Code of;

        NotStrictlyFalse(Code of) {
            this.of = of;
        }

        @Override
        boolean test(Frame frame) {
            return !isFalse(of, frame);
        }
    }

    static final class Choice extends Code {
        private final Code condition;
        private final Code yes;
        private final Code no;

        Choice(Code condition, Code yes, Code no) {
            this.condition = condition;
            this.yes = yes;
            this.no = no;
        }

        @Override
        Object eval(Frame frame) {
            return condition.test(frame) ? yes.eval(frame) : no.eval(frame);
        }

        @Override
        boolean test(Frame frame) {
            return condition.test(frame) ? yes.test(frame) : no.test(frame);
        }
    }
}
