package dev.plumbline.rule;

import dev.cel.common.CelErrorCode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Operations on values as CEL defines them. */
final class CelValues {

    private CelValues() {}

    static boolean equal(Object a, Object b) {
        if (a instanceof String || a instanceof Boolean || a instanceof Node) {
            return a.equals(b);
        }
        if (a instanceof Long x) {
            return b instanceof Long y
                    ? x.longValue() == y.longValue()
                    : b instanceof Double z && compare(x.longValue(), z.doubleValue()) == 0;
        }
        if (a instanceof Double x) {
            return b instanceof Double y
                    ? x.doubleValue() == y.doubleValue()
                    : b instanceof Long z && compare(z.longValue(), x.doubleValue()) == 0;
        }
        if (a instanceof List<?> x) {
            return b instanceof List<?> y && equalLists(x, y);
        }
        return a instanceof Map<?, ?> x && b instanceof Map<?, ?> y && equalMaps(x, y);
    }

    private static boolean equalLists(List<?> a, List<?> b) {
        if (a.size() != b.size()) {
            return false;
        }
        Iterator<?> others = b.iterator();
        for (Object item : a) {
            if (!equal(item, others.next())) {
                return false;
            }
        }
        return true;
    }

    private static boolean equalMaps(Map<?, ?> a, Map<?, ?> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (Map.Entry<?, ?> entry : a.entrySet()) {
            Object other = b.get(entry.getKey());
            if (other == null || !equal(entry.getValue(), other)) {
                return false;
            }
        }
        return true;
    }

    static int compare(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return Long.compare(x, y);
        }
        if (a instanceof Long x && b instanceof Double y) {
            return compare(x, y);
        }
        if (a instanceof Double x && b instanceof Long y) {
            return -compare(y, x);
        }
        if (a instanceof String x && b instanceof String y) {
            return x.compareTo(y);
        }
        if (a instanceof Boolean x && b instanceof Boolean y) {
            return Boolean.compare(x, y);
        }
        throw noOverload(a, b);
    }

    private static int compare(long a, double b) {
        return b < Long.MIN_VALUE ? 1 : b > Long.MAX_VALUE ? -1 : Double.compare((double) a, b);
    }

    static boolean contains(Object item, Object container) {
        if (container instanceof Set<?> set) {
            return set.contains(item);
        }
        if (container instanceof Map<?, ?> map) {
            return map.containsKey(item);
        }
        if (container instanceof List<?> list) {
            for (Object other : list) {
                if (equal(item, other)) {
                    return true;
                }
            }
            return false;
        }
        throw noOverload(item, container);
    }

    static long size(Object value) {
        if (value instanceof String text) {
            return text.codePointCount(0, text.length());
        }
        if (value instanceof List<?> list) {
            return list.size();
        }
        if (value instanceof Map<?, ?> map) {
            return map.size();
        }
        throw noOverload(value, value);
    }

    static Object index(Object container, Object key) {
        if (container instanceof List<?> list && key instanceof Long index) {
            if (index < 0 || index >= list.size()) {
                throw new EvalError(
                        // As cel-java has it: an index beyond 32 bits is another error.
                        index == (int) index.longValue()
                                ? CelErrorCode.INDEX_OUT_OF_BOUNDS
                                : CelErrorCode.INTERNAL_ERROR,
                        "there is no item " + index + " in a list of " + list.size());
            }
            return list.get((int) index.longValue());
        }
        if (container instanceof Map<?, ?> map) {
            return entry(map, key);
        }
        throw noOverload(container, key);
    }

    static Object entry(Map<?, ?> map, Object key) {
        Object value = map.get(key);
        if (value == null) {
            throw new EvalError(CelErrorCode.ATTRIBUTE_NOT_FOUND, "there is no entry '" + key + "'");
        }
        return value;
    }

    /** As messages show it. */
    static String text(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return String.join(", ", list.stream().map(CelValues::text).toList());
        }
        if (value instanceof Map<?, ?> map) {
            return String.join(
                    ", ",
                    map.entrySet().stream()
                            .map(e -> text(e.getKey()) + ": " + text(e.getValue()))
                            .toList());
        }
        return String.valueOf(value);
    }

    static EvalError noOverload(Object a, Object b) {
        return new EvalError(
                CelErrorCode.OVERLOAD_NOT_FOUND,
                "cannot be applied to " + a.getClass().getSimpleName() + " and "
                        + b.getClass().getSimpleName());
    }
}
