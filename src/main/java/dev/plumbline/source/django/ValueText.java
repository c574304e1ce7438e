package dev.plumbline.source.django;

import dev.plumbline.source.django.Value.Call;
import dev.plumbline.source.django.Value.Constant;
import dev.plumbline.source.django.Value.Dict;
import dev.plumbline.source.django.Value.Instance;
import dev.plumbline.source.django.Value.Nothing;
import dev.plumbline.source.django.Value.Sequence;
import dev.plumbline.source.django.Value.Unknown;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The text form of values in facts: a constant as it is ({@code 900}, {@code true}, {@code null}), inside a list or a
 * dictionary as JSON; what is not decided as {@code ?}. A whole number is written without fraction, whatever its type,
 * and what may be a secret as eight stars.
 */
final class ValueText {

    static final String HIDDEN = "********";

    private static final int LONGEST = 20_000;

    private static final Pattern SECRET_NAME = Pattern.compile(
            "(?i).*(PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|PRIVATE_KEY|ACCESS_KEY|ENCRYPTION_KEY|CREDENTIAL|DSN).*|KEY|.*_KEY|PWD");
    /** Names that end like a secret and hold none. */
    private static final Pattern PUBLIC_NAME = Pattern.compile(
            "(?i).*(_VALIDATORS|_COOKIE_NAME|_HEADER_NAME|_AGE|_TIMEOUT|_URL_NAME|PUBLIC_KEY|PRIMARY_KEY|HASHERS|KEY_PREFIX)");

    private static final Pattern URL_WITH_PASSWORD =
            Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*://[^/@\\s:]*:)([^/@\\s]+)(@)");

    private ValueText() {}

    /** Whether a value of that name is hidden. */
    static boolean secretName(String name) {
        return SECRET_NAME.matcher(name).matches() && !PUBLIC_NAME.matcher(name).matches();
    }

    /** Whether the text itself holds a secret: a constant under a secret's name, or a URL with a password. */
    static boolean literalSecret(String name, Value value) {
        return literalSecret(name, value, new HashSet<>());
    }

    private static boolean literalSecret(String name, Value value, Set<Integer> seen) {
        if (value instanceof Constant constant) {
            String text = scalar(constant.raw());
            return constant.raw() instanceof String
                    && !text.isBlank()
                    && (secretName(name) || URL_WITH_PASSWORD.matcher(text).find());
        } else if (!seen.add(System.identityHashCode(value))) {
            return false;
        } else if (value instanceof Sequence sequence) {
            return sequence.items.stream().anyMatch(i -> literalSecret(name, i, seen));
        } else if (value instanceof Dict dict) {
            return dict.entries.entrySet().stream()
                    .anyMatch(e -> literalSecret(String.valueOf(e.getKey()), e.getValue(), seen));
        }
        return false;
    }

    static String of(Value value) {
        return named("", value);
    }

    /** The text form of the value of a setting or a key of that name. */
    static String named(String name, Value value) {
        if (value instanceof Constant constant) {
            return secretName(name) && constant.raw() instanceof String text && !text.isEmpty()
                    ? HIDDEN
                    : hidePasswords(scalar(constant.raw()));
        }
        StringBuilder out = new StringBuilder();
        write(out, name, value, 0);
        return out.toString();
    }

    static String hidePasswords(String text) {
        return URL_WITH_PASSWORD.matcher(text).replaceAll("$1" + HIDDEN + "$3");
    }

    /** Tells different values apart, and keeps nothing: for comparing only. */
    static String exact(Value value) {
        StringBuilder out = new StringBuilder();
        exact(out, value);
        return out.toString();
    }

    private static void exact(StringBuilder out, Value value) {
        if (out.length() > LONGEST) {
            // A list that holds itself many times over; nobody compares it in earnest.
            out.append('…');
        } else if (value instanceof Constant constant) {
            out.append(constant.raw().getClass().getSimpleName()).append(' ').append(constant.raw());
        } else if (value instanceof Sequence sequence) {
            out.append(sequence.type).append('[');
            for (Value item : sequence.items) {
                exact(out, item);
                out.append(", ");
                if (out.length() > LONGEST) {
                    break;
                }
            }
            out.append(']');
        } else if (value instanceof Dict dict) {
            exact(out, dict.entries);
            out.append(dict.rest);
        } else if (value instanceof Unknown unknown) {
            out.append("? ").append(unknown.reason());
        } else if (value instanceof Call call) {
            out.append(call.dotted());
            exact(out, new Sequence("", call.arguments()));
            exact(out, call.named());
        } else if (value instanceof Value.Symbol symbol) {
            out.append(symbol.dotted());
        } else {
            out.append(value.getClass().getSimpleName()).append(System.identityHashCode(value));
        }
    }

    private static void exact(StringBuilder out, Map<?, Value> entries) {
        out.append('{');
        for (Map.Entry<?, Value> entry : entries.entrySet()) {
            out.append(entry.getKey()).append('=');
            exact(out, entry.getValue());
            out.append(", ");
            if (out.length() > LONGEST) {
                break;
            }
        }
        out.append('}');
    }

    static String scalar(Object raw) {
        if (raw == Nothing.NONE) {
            return "null";
        } else if (raw instanceof Duration duration) {
            return number(duration.toMillis() / 1000.0);
        } else if (raw instanceof Double number) {
            return number(number);
        }
        return String.valueOf(raw);
    }

    private static String number(double number) {
        return Double.isFinite(number)
                ? new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString()
                : String.valueOf(number);
    }

    private static void write(StringBuilder out, String name, Value value, int depth) {
        if (depth > 20 || out.length() > LONGEST) {
            out.append('…');
        } else if (value instanceof Constant constant) {
            if (constant.raw() instanceof String || constant.raw() instanceof Value.PathText) {
                quote(out, named(name, constant));
            } else {
                out.append(scalar(constant.raw()));
            }
        } else if (value instanceof Sequence sequence) {
            list(out, name, sequence.items, depth);
        } else if (value instanceof Dict dict) {
            out.append('{');
            String separator = "";
            for (var entry : dict.entries.entrySet()) {
                out.append(separator);
                String key = scalar(entry.getKey());
                quote(out, key);
                out.append(": ");
                write(out, key, entry.getValue(), depth + 1);
                separator = ", ";
            }
            out.append(dict.rest == null ? "" : separator + "?").append('}');
        } else if (value instanceof Value.Symbol symbol) {
            out.append('<').append(symbol.dotted()).append('>');
        } else if (value instanceof Call call) {
            out.append('<').append(call.dotted()).append('>');
        } else if (value instanceof Value.Type type) {
            out.append('<')
                    .append(type.body().module)
                    .append('.')
                    .append(type.name())
                    .append('>');
        } else if (value instanceof Instance instance && instance.origin != null) {
            out.append('<').append(instance.origin.dotted()).append('>');
        } else {
            out.append('?');
        }
    }

    private static void list(StringBuilder out, String name, Collection<Value> items, int depth) {
        out.append('[');
        String separator = "";
        for (Value item : items) {
            out.append(separator);
            write(out, name, item, depth + 1);
            separator = ", ";
            if (out.length() > LONGEST) {
                break;
            }
        }
        out.append(']');
    }

    private static void quote(StringBuilder out, String text) {
        out.append('"');
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"', '\\' -> out.append('\\').appendCodePoint(c);
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < ' ') {
                        out.append(String.format(Locale.ROOT, "\\u%04x", c));
                    } else {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        out.append('"');
    }

    /** The constants of a list as texts; what is not decided is left out. */
    static List<String> texts(Value value) {
        return value instanceof Sequence sequence
                ? sequence.items.stream()
                        .filter(Constant.class::isInstance)
                        .map(ValueText::of)
                        .toList()
                : List.of();
    }
}
