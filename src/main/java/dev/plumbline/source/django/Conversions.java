package dev.plumbline.source.django;

import dev.plumbline.source.django.Value.Constant;
import dev.plumbline.source.django.Value.Sequence;
import dev.plumbline.source.django.Value.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** From texts to other types, as Python and the packages that read the environment do it. */
final class Conversions {

    private static final Set<String> TRUE_WORDS = Set.of("true", "on", "ok", "y", "yes", "1", "t");

    private Conversions() {}

    /** @param type {@code int}, {@code float}, {@code bool}, {@code str}, {@code list}, {@code tuple}, {@code Path} … */
    static @Nullable Value convert(String type, Value value) {
        if (!(value instanceof Constant constant)) {
            return type.equals("list") && value instanceof Sequence
                    ? value
                    : new Unknown(
                            String.join("; ", Values.reasons(value)), Values.environment(value), isPerhapsNone(value));
        }
        Object raw = constant.raw();
        Set<String> environment = constant.environment();
        try {
            return switch (type) {
                case "int" ->
                    raw instanceof Boolean bool
                            ? new Constant(bool ? 1L : 0L, environment)
                            : raw instanceof Number number
                                    ? new Constant(number.longValue(), environment)
                                    : new Constant(
                                            Long.parseLong(
                                                    String.valueOf(raw).strip().replace("_", "")),
                                            environment);
                case "float" ->
                    raw instanceof Number number
                            ? new Constant(number.doubleValue(), environment)
                            : new Constant(
                                    Double.parseDouble(String.valueOf(raw).strip()), environment);
                case "bool" -> {
                    Boolean truth = Values.truth(constant);
                    yield new Constant(truth != null && truth, environment);
                }
                case "str" -> Calls.text(constant);
                case "list", "tuple" -> constant.raw() instanceof String ? split(constant, ",") : null;
                default -> null;
            };
        } catch (NumberFormatException e) {
            return new Unknown("'" + raw + "' is no number", environment, false);
        }
    }

    private static boolean isPerhapsNone(Value value) {
        return value instanceof Unknown unknown && unknown.perhapsNone();
    }

    /** The word for a truth in an environment variable: not what {@code bool} makes of a text. */
    static Value environmentBool(Value value) {
        if (value instanceof Constant constant && constant.raw() instanceof String text) {
            return new Constant(TRUE_WORDS.contains(text.toLowerCase(Locale.ROOT)), constant.environment());
        }
        return value;
    }

    static Value split(Value value, String separator) {
        if (value instanceof Constant constant && constant.raw() instanceof String text) {
            boolean empty = text.isEmpty() && separator.equals(",");
            List<Value> parts = new ArrayList<>();
            for (String part : text.split(Pattern.quote(separator), -1)) {
                parts.add(new Constant(part, constant.environment()));
            }
            return new Sequence("list", empty ? List.of() : parts);
        }
        return value instanceof Sequence
                ? value
                : new Unknown(String.join("; ", Values.reasons(value)), Values.environment(value), false);
    }

    /** What {@code Csv} of decouple makes of a text: items without blanks around them. */
    static Value csv(Value value) {
        Value list = split(value, ",");
        if (list instanceof Sequence items) {
            items.items.replaceAll(i -> i instanceof Constant c && c.raw() instanceof String text
                    ? new Constant(text.strip(), c.environment())
                    : i);
        }
        return list;
    }

    static @Nullable Value range(List<Value> arguments) {
        List<Long> numbers = new ArrayList<>();
        for (Value argument : arguments) {
            if (!(argument instanceof Constant constant) || !(constant.raw() instanceof Long number)) {
                return null;
            }
            numbers.add(number);
        }
        long from = numbers.size() > 1 ? numbers.get(0) : 0;
        long to = numbers.isEmpty() ? 0 : numbers.get(numbers.size() > 1 ? 1 : 0);
        if (numbers.size() > 2 || to - from > 1000) {
            return null;
        }
        Sequence range = new Sequence("list", List.of());
        for (long i = from; i < to; i++) {
            range.items.add(Value.of(i));
        }
        return range;
    }
}
