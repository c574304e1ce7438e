package dev.plumbline.rule;

import dev.cel.common.CelErrorCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Arithmetic as CEL defines it: 64 bits, and an error where they do not suffice. */
final class Arithmetic {

    private Arithmetic() {}

    static Object add(Object a, Object b) {
        if (a instanceof String x && b instanceof String y) {
            return x + y;
        }
        if (a instanceof Double x && b instanceof Double y) {
            return x + y;
        }
        if (a instanceof List<?> x && b instanceof List<?> y) {
            List<Object> both = new ArrayList<>(x.size() + y.size());
            both.addAll(x);
            both.addAll(y);
            return Collections.unmodifiableList(both);
        }
        return exact(a, b, Math::addExact);
    }

    static Object subtract(Object a, Object b) {
        return a instanceof Double x && b instanceof Double y ? (Object) (x - y) : exact(a, b, Math::subtractExact);
    }

    static Object multiply(Object a, Object b) {
        return a instanceof Double x && b instanceof Double y ? (Object) (x * y) : exact(a, b, Math::multiplyExact);
    }

    static Object divide(Object a, Object b) {
        if (a instanceof Double x && b instanceof Double y) {
            return x / y;
        }
        return exact(a, b, (x, y) -> {
            checkDivisor(y);
            if (x == Long.MIN_VALUE && y == -1) {
                throw new ArithmeticException();
            }
            return x / y;
        });
    }

    static Object modulo(Object a, Object b) {
        return exact(a, b, (x, y) -> {
            checkDivisor(y);
            return x % y;
        });
    }

    private static void checkDivisor(long divisor) {
        if (divisor == 0) {
            throw new EvalError(CelErrorCode.DIVIDE_BY_ZERO, "division by zero");
        }
    }

    static Object negate(Object a) {
        return a instanceof Double x ? (Object) (-x) : exact(0L, a, Math::subtractExact);
    }

    private interface Exact {
        long apply(long a, long b);
    }

    private static Object exact(Object a, Object b, Exact operation) {
        if (a instanceof Long x && b instanceof Long y) {
            try {
                return operation.apply(x, y);
            } catch (ArithmeticException e) {
                throw overflow();
            }
        }
        throw CelValues.noOverload(a, b);
    }

    private static EvalError overflow() {
        return new EvalError(CelErrorCode.NUMERIC_OVERFLOW, "the number is too large");
    }

    static Object toInt(Object value) {
        if (value instanceof String text) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException e) {
                throw new EvalError(CelErrorCode.BAD_FORMAT, "'" + text + "' is no whole number");
            }
        }
        if (value instanceof Double number) {
            if (Math.getExponent(number) >= 63) {
                throw overflow();
            }
            return number.longValue();
        }
        return value;
    }

    static Object toDouble(Object value) {
        if (value instanceof String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                throw new EvalError(CelErrorCode.BAD_FORMAT, "'" + text + "' is no number");
            }
        }
        return value instanceof Long number ? (Object) number.doubleValue() : value;
    }
}
