package dev.plumbline.source.django;

import dev.plumbline.source.django.Value.Constant;
import dev.plumbline.source.django.Value.Dict;
import dev.plumbline.source.django.Value.PathText;
import dev.plumbline.source.django.Value.Sequence;
import dev.plumbline.source.django.Value.Unknown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Python's operators on constants, lists and dictionaries. */
final class Operators {

    private static final int LONGEST_TEXT = 100_000;

    private Operators() {}

    static Value binary(Value left, String operator, Value right) {
        if (left instanceof Constant a && right instanceof Constant b) {
            Object raw = constants(a.raw(), operator, b.raw());
            Set<String> environment = Values.join(a.environment(), b.environment());
            return raw == null
                    ? new Unknown("'" + operator + "' cannot be evaluated", environment, false)
                    : new Constant(raw, environment);
        } else if (operator.equals("+") && left instanceof Sequence list) {
            Sequence sum = new Sequence(list.type, list.items);
            Assignments.extend(sum, right);
            return sum;
        } else if (operator.equals("|") && left instanceof Dict dict) {
            Dict sum = new Dict();
            Assignments.update(sum, dict);
            Assignments.update(sum, right);
            return sum;
        } else if (left instanceof Sequence a && right instanceof Sequence b && "|-&".contains(operator)) {
            return sets(a, operator, b);
        } else if (operator.equals("%") && left instanceof Constant format && format.raw() instanceof String text) {
            return percent(text, format.environment(), right);
        } else if (operator.equals("*")
                && left instanceof Sequence list
                && right instanceof Constant c
                && c.raw() instanceof Long times
                && times * list.items.size() < 1000) {
            Sequence product = new Sequence(list.type, List.of());
            for (int i = 0; i < times; i++) {
                product.items.addAll(list.items);
            }
            return product;
        }
        List<String> reasons = new ArrayList<>(Values.reasons(left));
        Values.reasons(right).stream().filter(r -> !reasons.contains(r)).forEach(reasons::add);
        return new Unknown(
                String.join("; ", reasons), Values.join(Values.environment(left), Values.environment(right)), false);
    }

    private static Value sets(Sequence a, String operator, Sequence b) {
        List<String> other = b.items.stream().map(ValueText::exact).toList();
        Sequence result = new Sequence(a.type, List.of());
        for (Value item : a.items) {
            boolean in = other.contains(ValueText.exact(item));
            if (operator.equals("|") || (operator.equals("&") == in)) {
                result.items.add(item);
            }
        }
        if (operator.equals("|")) {
            List<String> own = a.items.stream().map(ValueText::exact).toList();
            b.items.stream().filter(i -> !own.contains(ValueText.exact(i))).forEach(result.items::add);
        }
        return result;
    }

    private static Value percent(String format, Set<String> environment, Value right) {
        List<Value> arguments = right instanceof Sequence tuple ? tuple.items : List.of(right);
        Value result = new Constant("", environment);
        int from = 0;
        int next = 0;
        while (true) {
            int at = format.indexOf('%', from);
            if (at < 0 || at + 1 >= format.length()) {
                return binary(result, "+", Value.of(format.substring(from)));
            }
            result = binary(result, "+", Value.of(format.substring(from, at)));
            char conversion = format.charAt(at + 1);
            if (conversion == '%') {
                result = binary(result, "+", Value.of("%"));
            } else if ("sd".indexOf(conversion) >= 0 && next < arguments.size()) {
                result = binary(result, "+", Calls.text(arguments.get(next++)));
            } else {
                return Value.unknown("the format '" + format + "' cannot be evaluated");
            }
            from = at + 2;
        }
    }

    private static @Nullable Object constants(Object a, String operator, Object b) {
        if (a instanceof String x && b instanceof String y && operator.equals("+")) {
            return x.length() + y.length() > LONGEST_TEXT ? null : x + y;
        } else if (a instanceof String x && operator.equals("%")) {
            return percent(x, Set.of(), Value.of(b)) instanceof Constant c ? c.raw() : null;
        } else if (a instanceof String x && b instanceof Long times && operator.equals("*")) {
            return times * x.length() > LONGEST_TEXT ? null : x.repeat((int) Math.max(0, times));
        } else if (a instanceof PathText x && operator.equals("/")) {
            return Paths.join(x, String.valueOf(b));
        } else if (a instanceof Duration x) {
            return durations(x, operator, b);
        } else if (b instanceof Duration y && operator.equals("*")) {
            return durations(y, operator, a);
        }
        Object x = numeric(a);
        Object y = numeric(b);
        return x == null || y == null ? null : numbers(x, operator, y);
    }

    private static @Nullable Object numeric(Object raw) {
        return raw instanceof Boolean bool ? (Object) (bool ? 1L : 0L) : raw instanceof Number ? raw : null;
    }

    private static @Nullable Object durations(Duration a, String operator, Object b) {
        if (b instanceof Duration other) {
            return switch (operator) {
                case "+" -> a.plus(other);
                case "-" -> a.minus(other);
                case "/" -> other.isZero() ? null : (double) a.toMillis() / other.toMillis();
                case "//" -> other.isZero() ? null : Math.floorDiv(a.toMillis(), other.toMillis());
                default -> null;
            };
        }
        return b instanceof Long times && operator.equals("*") ? a.multipliedBy(times) : null;
    }

    private static @Nullable Object numbers(Object a, String operator, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            try {
                return switch (operator) {
                    case "+" -> Math.addExact(x, y);
                    case "-" -> Math.subtractExact(x, y);
                    case "*" -> Math.multiplyExact(x, y);
                    case "//" -> y == 0 ? null : (Object) Math.floorDiv(x, y);
                    case "%" -> y == 0 ? null : (Object) Math.floorMod(x, y);
                    case "/" -> y == 0 ? null : (Object) ((double) x / y);
                    case "**" -> power(x, y);
                    case "<<" -> y < 0 || y > 40 ? null : (Object) Math.multiplyExact(x, 1L << y);
                    case "|" -> x | y;
                    case "&" -> x & y;
                    default -> null;
                };
            } catch (ArithmeticException e) {
                return null;
            }
        }
        double x = ((Number) a).doubleValue();
        double y = ((Number) b).doubleValue();
        return switch (operator) {
            case "+" -> x + y;
            case "-" -> x - y;
            case "*" -> x * y;
            case "/" -> y == 0 ? null : x / y;
            case "//" -> y == 0 ? null : Math.floor(x / y);
            default -> null;
        };
    }

    private static @Nullable Object power(long base, long exponent) {
        if (exponent < 0 || exponent > 64) {
            return null;
        }
        long result = 1;
        for (int i = 0; i < exponent; i++) {
            result = Math.multiplyExact(result, base);
        }
        return result;
    }

    static Value unary(String operator, Value value) {
        if (value instanceof Constant constant) {
            Object negated = operator.equals("-") ? constants(0L, "-", constant.raw()) : constant.raw();
            if (negated != null && !operator.equals("~")) {
                return new Constant(negated, constant.environment());
            }
        }
        return new Unknown("'" + operator + "' cannot be evaluated", Values.environment(value), false);
    }

    static Value not(Value value) {
        Boolean truth = Values.truth(value);
        return truth == null
                ? new Unknown(String.join("; ", Values.reasons(value)), Values.environment(value), false)
                : new Constant(!truth, Values.environment(value));
    }

    static Value both(Value a, Value b) {
        Boolean left = Values.truth(a);
        Boolean right = Values.truth(b);
        Set<String> environment = Values.join(Values.environment(a), Values.environment(b));
        if (left != null && right != null) {
            return new Constant(left && right, environment);
        }
        return left == null ? a : b;
    }

    static Value compare(Value a, String operator, Value b) {
        Set<String> environment = Values.join(Values.environment(a), Values.environment(b));
        Boolean result = switch (operator) {
            case "==" -> equal(a, b);
            case "!=", "<>" -> negate(equal(a, b));
            case "is" -> equal(a, b);
            case "is not" -> negate(equal(a, b));
            case "in" -> in(a, b);
            case "not in" -> negate(in(a, b));
            default -> ordered(a, operator, b);
        };
        if (result != null) {
            return new Constant(result, environment);
        }
        List<String> reasons = new ArrayList<>(Values.reasons(a));
        Values.reasons(b).stream().filter(r -> !reasons.contains(r)).forEach(reasons::add);
        return new Unknown(
                reasons.isEmpty() ? "'" + operator + "' cannot be evaluated" : String.join("; ", reasons),
                environment,
                false);
    }

    private static @Nullable Boolean negate(@Nullable Boolean value) {
        return value == null ? null : (Boolean) !value;
    }

    private static @Nullable Boolean equal(Value a, Value b) {
        if (a instanceof Constant x && b instanceof Constant y) {
            if (x.raw() instanceof Number m && y.raw() instanceof Number n) {
                return m.doubleValue() == n.doubleValue();
            }
            return x.raw().equals(y.raw());
        }
        boolean decided = Values.reasons(a).isEmpty() && Values.reasons(b).isEmpty();
        if (decided) {
            return Values.same(a, b);
        }
        // A function, a class or an object of the project is never None.
        boolean object = a instanceof Value.Instance || a instanceof Value.Type || a instanceof Value.Function;
        boolean isNone = b instanceof Constant constant && constant.isNone();
        if (object && isNone) {
            return false;
        }
        return null;
    }

    private static @Nullable Boolean ordered(Value a, String operator, Value b) {
        if (!(a instanceof Constant x) || !(b instanceof Constant y)) {
            return subset(a, operator, b);
        }
        int order;
        if (x.raw() instanceof Number m && y.raw() instanceof Number n) {
            order = Double.compare(m.doubleValue(), n.doubleValue());
        } else if (x.raw() instanceof String m && y.raw() instanceof String n) {
            order = m.compareTo(n);
        } else {
            return null;
        }
        return switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            default -> null;
        };
    }

    private static @Nullable Boolean subset(Value a, String operator, Value b) {
        if (operator.equals("<=")
                && a instanceof Sequence x
                && b instanceof Sequence y
                && Values.reasons(a).isEmpty()
                && Values.reasons(b).isEmpty()) {
            List<String> all = y.items.stream().map(ValueText::exact).toList();
            return x.items.stream().allMatch(i -> all.contains(ValueText.exact(i)));
        }
        return null;
    }

    private static @Nullable Boolean in(Value item, Value container) {
        if (!(item instanceof Constant constant)) {
            return null;
        }
        if (container instanceof Sequence sequence) {
            boolean found = sequence.items.stream().anyMatch(i -> Objects.equals(equal(i, item), true));
            boolean perhaps = sequence.items.stream().anyMatch(i -> equal(i, item) == null);
            return found ? Boolean.TRUE : perhaps ? null : Boolean.FALSE;
        } else if (container instanceof Dict dict) {
            if (dict.entries.containsKey(constant.raw())) {
                return true;
            }
            return dict.rest == null ? Boolean.FALSE : null;
        } else if (container instanceof Constant text && text.raw() instanceof String whole) {
            return constant.raw() instanceof String part ? (Boolean) whole.contains(part) : null;
        } else if (container instanceof Value.Symbol symbol && symbol.dotted().equals("sys.modules")) {
            // A process that serves has not loaded a test runner.
            return List.of("pytest", "unittest", "test", "nose").contains(ValueText.of(constant))
                    ? Boolean.FALSE
                    : null;
        }
        return null;
    }

    static Value item(Value container, Value key) {
        if (container instanceof Dict dict && key instanceof Constant constant) {
            Value found = dict.find(constant.raw());
            return found == null
                    ? Value.unknown("the key " + ValueText.of(key) + " does not exist")
                    : Values.depending(found, constant.environment());
        } else if (container instanceof Sequence list
                && key instanceof Constant constant
                && constant.raw() instanceof Long index) {
            long at = index < 0 ? index + list.items.size() : index;
            return at >= 0 && at < list.items.size()
                    ? list.items.get((int) at)
                    : Value.unknown("there is no item " + index);
        } else if (container instanceof Constant path
                && path.raw() instanceof Paths.Parents parents
                && key instanceof Constant constant
                && constant.raw() instanceof Long index) {
            return new Constant(Paths.parent(parents.path(), index.intValue() + 1), path.environment());
        }
        List<String> reasons = new ArrayList<>(Values.reasons(container));
        if (reasons.isEmpty()) {
            reasons.addAll(Values.reasons(key));
        }
        return new Unknown(
                reasons.isEmpty() ? "an item that is not known from the text" : String.join("; ", reasons),
                Values.join(Values.environment(container), Values.environment(key)),
                false);
    }

    static Value slice(Value container, Syntax slice, Function<Syntax, Value> value) {
        int colon = 0;
        Long from = null;
        Long to = null;
        for (Syntax part : slice.children()) {
            if (part.is(":")) {
                colon++;
            } else if (part.named() && value.apply(part) instanceof Constant c && c.raw() instanceof Long index) {
                if (colon == 0) {
                    from = index;
                } else if (colon == 1) {
                    to = index;
                } else {
                    return Value.unknown("a slice with a step is not evaluated");
                }
            } else if (part.named()) {
                return Value.unknown("a slice whose bounds are not known");
            }
        }
        if (container instanceof Sequence list) {
            int start = bound(from, 0, list.items.size());
            int end = Math.max(start, bound(to, list.items.size(), list.items.size()));
            return new Sequence(list.type, list.items.subList(start, end));
        } else if (container instanceof Constant c && c.raw() instanceof String text) {
            int start = bound(from, 0, text.length());
            int end = Math.max(start, bound(to, text.length(), text.length()));
            return new Constant(text.substring(start, end), c.environment());
        }
        return new Unknown("a slice of a value that is not known", Values.environment(container), false);
    }

    private static int bound(@Nullable Long index, int otherwise, int size) {
        if (index == null) {
            return otherwise;
        }
        return (int) Math.max(0, Math.min(size, index < 0 ? index + size : index));
    }

    /** A property of a constant that is no method; null if it has none of that name. */
    static @Nullable Value property(Constant constant, String name) {
        if (constant.raw() instanceof PathText path) {
            Object raw = Paths.property(path, name);
            return raw == null ? null : new Constant(raw, constant.environment());
        } else if (constant.raw() instanceof Duration duration) {
            return switch (name) {
                case "days" -> new Constant(duration.toDays(), constant.environment());
                case "seconds" -> new Constant(duration.toSeconds() % 86_400, constant.environment());
                default -> null;
            };
        }
        // Only a member of an enumeration has a value besides itself, and its constant stands for it here.
        return name.equals("value") ? constant : null;
    }
}
