package dev.plumbline.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** JSON written from front to end, indented by two, with {@code \n} on every system. */
final class Json {

    private static final ObjectWriter WRITER = new JsonMapper(JsonFactory.builder()
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .build())
            .writer()
            .with(new DefaultPrettyPrinter()
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private final JsonGenerator out;

    private Json(JsonGenerator out) {
        this.out = out;
    }

    /** Writes one object and a line break. */
    static void object(Writer out, Consumer<Json> members) throws IOException {
        document(out, json -> json.item(() -> members.accept(json)));
    }

    /** Writes one array of objects and a line break. */
    static void array(Writer out, Consumer<Json> items) throws IOException {
        document(out, json -> {
            json.out.writeStartArray();
            items.accept(json);
            json.out.writeEndArray();
        });
    }

    private static void document(Writer out, Consumer<Json> body) throws IOException {
        try (JsonGenerator generator = WRITER.createGenerator(out)) {
            body.accept(new Json(generator));
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        out.write('\n');
        out.flush();
    }

    /** An object in an array. */
    Json item(Runnable members) {
        out.writeStartObject();
        members.run();
        out.writeEndObject();
        return this;
    }

    Json object(String name, Runnable members) {
        out.writeName(name);
        return item(members);
    }

    Json array(String name, Runnable items) {
        out.writeArrayPropertyStart(name);
        items.run();
        out.writeEndArray();
        return this;
    }

    Json field(String name, String value) {
        out.writeStringProperty(name, value);
        return this;
    }

    Json field(String name, long value) {
        out.writeNumberProperty(name, value);
        return this;
    }

    Json field(String name, boolean value) {
        out.writeBooleanProperty(name, value);
        return this;
    }

    Json strings(String name, Collection<String> values) {
        return array(name, () -> values.forEach(out::writeString));
    }

    /** A value as facts and parameters hold it: text, truth, number, list, map or nothing. */
    Json value(String name, @Nullable Object value) {
        out.writeName(name);
        value(value);
        return this;
    }

    private void value(@Nullable Object value) {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else if (value instanceof Integer || value instanceof Long) {
            out.writeNumber(((Number) value).longValue());
        } else if (value instanceof Number number) {
            out.writeNumber(number.doubleValue());
        } else if (value instanceof Collection<?> items) {
            out.writeStartArray();
            items.forEach(this::value);
            out.writeEndArray();
        } else if (value instanceof Map<?, ?> map) {
            out.writeStartObject();
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, item) -> sorted.put(String.valueOf(key), item));
            sorted.forEach(this::value);
            out.writeEndObject();
        } else {
            out.writeString(value.toString());
        }
    }
}
