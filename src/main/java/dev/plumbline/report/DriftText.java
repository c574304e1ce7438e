package dev.plumbline.report;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.Drift;
import dev.plumbline.fact.FactPath;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A drift by itself, as {@code plumbline diff} prints it. */
public final class DriftText {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private DriftText() {}

    /** One line for each change, with a mark before it: {@code -} missing, {@code +} unexpected, {@code ~} changed. */
    public static void text(Drift drift, boolean colour, Appendable out) throws IOException {
        for (Change change : drift.changes()) {
            Mark mark = Mark.of(change);
            out.append(mark.paint(mark.sign + " " + line(change), colour)).append('\n');
        }
        if (drift.changes().isEmpty()) {
            out.append(drift.uncompared().isEmpty() ? "equal" : "nothing that was compared differs")
                    .append('\n');
        } else {
            out.append(String.valueOf(drift.changes().size()))
                    .append(drift.changes().size() == 1 ? " difference" : " differences")
                    .append('\n');
        }
        if (!drift.ignored().isEmpty()) {
            out.append(String.valueOf(drift.ignored().size())).append(" more are ignored by rule\n");
        }
    }

    private static String line(Change change) {
        String impact = " [" + change.impact().name().toLowerCase(Locale.ROOT) + "]";
        return switch (change.type()) {
            case MISSING, UNEXPECTED ->
                change.path() + (change.parts() > 0 ? " and " + change.parts() + " parts" : "") + impact;
            case CHANGED ->
                change.path() + " " + change.attribute() + ": " + value(change.before()) + " -> "
                        + value(change.after()) + impact;
            case RENAMED ->
                change.from().map(FactPath::toString).orElse("") + " -> " + change.path() + ", " + change.reason()
                        + impact;
        };
    }

    private static String value(@Nullable Object value) {
        return value == null ? "none" : String.valueOf(value).replace("\n", "\\n");
    }

    /**
     * An object with {@code changes}, {@code ignored}, {@code uncompared} and {@code unasked}.
     *
     * @param unasked what neither side was asked to read, with the reason
     */
    public static void json(Drift drift, Map<String, String> unasked, Appendable out) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("equal", drift.equal());
        object.put("changes", drift.changes().stream().map(DriftText::object).toList());
        object.put("ignored", drift.ignored().stream().map(DriftText::object).toList());
        object.put("uncompared", drift.uncompared());
        object.put("unasked", unasked);
        out.append(JSON.writeValueAsString(object)).append('\n');
    }

    private static Map<String, @Nullable Object> object(Change change) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("type", change.type().word());
        object.put("kind", change.path().kind());
        object.put("path", change.path().toString());
        change.from().ifPresent(from -> object.put("from", from.toString()));
        if (!change.attribute().isEmpty()) {
            object.put("attribute", change.attribute());
            object.put("before", change.before());
            object.put("after", change.after());
        }
        if (change.parts() > 0) {
            object.put("parts", change.parts());
        }
        if (!change.reason().isEmpty()) {
            object.put("reason", change.reason());
        }
        object.put("impact", change.impact().name().toLowerCase(Locale.ROOT));
        return object;
    }

    private enum Mark {
        LOST("-", 31),
        GAINED("+", 32),
        CHANGED("~", 33);

        private final String sign;
        private final int code;

        Mark(String sign, int code) {
            this.sign = sign;
            this.code = code;
        }

        static Mark of(Change change) {
            return switch (change.type()) {
                case MISSING -> LOST;
                case UNEXPECTED -> GAINED;
                case CHANGED, RENAMED -> CHANGED;
            };
        }

        String paint(String text, boolean colour) {
            return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
        }
    }
}
