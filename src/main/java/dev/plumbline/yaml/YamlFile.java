package dev.plumbline.yaml;

import dev.plumbline.fact.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML document. Anchors, aliases and tags are refused, for a file that people review says what it means in
 * the place where it stands; so are duplicate keys, files above a mebibyte and nesting beyond reason.
 */
public final class YamlFile {

    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_DEPTH = 50;

    private final String file;
    private final List<Problem> problems;
    private final Iterator<Event> events;
    private final Places.Source source;

    private YamlFile(String file, String text, Iterator<Event> events, List<Problem> problems) {
        this.file = file;
        this.source = new Places.Source(file, text);
        this.events = events;
        this.problems = problems;
    }

    /**
     * Reads a file; faults are added to {@code problems}.
     *
     * @param shown the file's name in messages
     * @return nothing if the file could not be read as one YAML mapping
     */
    public static Optional<YamlMap> read(Path path, String shown, List<Problem> problems) {
        try {
            if (!Files.isRegularFile(path)) {
                problems.add(new Problem(shown, "does not exist", "check the path"));
                return Optional.empty();
            }
            if (Files.size(path) > MOST_BYTES) {
                problems.add(new Problem(shown, "is larger than 1 MiB", "split it"));
                return Optional.empty();
            }
            return parse(Files.readString(path), shown, problems);
        } catch (CharacterCodingException e) {
            problems.add(new Problem(shown, "is not UTF-8 text", "save it as UTF-8"));
        } catch (IOException e) {
            problems.add(new Problem(shown, "cannot be read: " + e.getMessage(), "check its permissions"));
        }
        return Optional.empty();
    }

    /** Reads a text as {@link #read} reads a file. */
    public static Optional<YamlMap> parse(String text, String shown, List<Problem> problems) {
        Optional<YamlValue> document = document(text, shown, problems);
        if (document.isEmpty() || document.get() instanceof YamlValue.Mapping) {
            return document.map(mapping -> new YamlMap((YamlValue.Mapping) mapping, problems));
        }
        problems.add(new Problem(
                document.get().where(),
                "the file must hold a mapping 'key: value', not "
                        + document.get().sort(),
                ""));
        return Optional.empty();
    }

    /** Reads bytes that may hold any value. */
    public static Optional<YamlValue> document(byte[] bytes, String shown, List<Problem> problems) {
        if (bytes.length > MOST_BYTES) {
            problems.add(new Problem(shown, "is larger than 1 MiB", "split it"));
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return document(text, shown, problems);
        } catch (CharacterCodingException e) {
            problems.add(new Problem(shown, "is not UTF-8 text", "save it as UTF-8"));
            return Optional.empty();
        }
    }

    /** Reads a text that may hold any value. */
    public static Optional<YamlValue> document(String content, String shown, List<Problem> problems) {
        // A byte order mark is no part of the text, but would shift every column of the first line.
        String text = content.startsWith("\uFEFF") ? content.substring(1) : content;
        if (text.length() > MOST_BYTES) {
            problems.add(new Problem(shown, "is larger than 1 MiB", "split it"));
            return Optional.empty();
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel(shown)
                .setUseMarks(true)
                .setMaxAliasesForCollections(0)
                .build();
        try {
            Iterator<Event> events = new Parse(settings).parseString(text).iterator();
            int before = problems.size();
            Optional<YamlValue> document = new YamlFile(shown, text, events, problems).document();
            if (document.isEmpty() && problems.size() == before) {
                problems.add(new Problem(shown + ":1:1", "is empty", "write a mapping 'key: value'"));
            }
            return document;
        } catch (MarkedYamlEngineException e) {
            String where = e.getProblemMark()
                    .or(e::getContextMark)
                    .map(m -> place(shown, m))
                    .orElse(shown + ":1:1");
            problems.add(
                    new Problem(
                            where,
                            "is no YAML: " + e.getProblem(),
                            opened(e)
                                    + "check indentation and colons; put a text that begins with !, { or [ or holds ': ' in quotes"));
        } catch (YamlEngineException e) {
            problems.add(new Problem(shown + ":1:1", "is no YAML: " + firstLine(e), ""));
        }
        return Optional.empty();
    }

    /** Where the quote or bracket stands that the parser was still in, if that is on an earlier line. */
    private static String opened(MarkedYamlEngineException e) {
        String context = String.valueOf(e.getContext());
        return e.getContextMark()
                .filter(mark -> context.contains("quoted") || context.contains("flow"))
                .filter(mark -> e.getProblemMark()
                        .map(p -> p.getLine() > mark.getLine())
                        .orElse(true))
                .map(mark ->
                        "what opens at " + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1) + " may not be closed; ")
                .orElse("");
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static String place(String file, Mark mark) {
        return file + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
    }

    private String place(Event event) {
        return event.getStartMark().map(m -> place(file, m)).orElse(file);
    }

    private Optional<YamlValue> document() {
        while (events.hasNext()) {
            Event event = events.next();
            switch (event.getEventId()) {
                case Scalar, SequenceStart, MappingStart, Alias -> {
                    YamlValue value = value(event, 0);
                    secondDocument();
                    return Optional.of(value);
                }
                case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment, SequenceEnd, MappingEnd -> {}
            }
        }
        return Optional.empty();
    }

    private void secondDocument() {
        while (events.hasNext()) {
            Event event = events.next();
            if (event.getEventId() == Event.ID.DocumentStart) {
                problems.add(new Problem(place(event), "a second document begins here", "keep one document in a file"));
                return;
            }
        }
    }

    private YamlValue value(Event event, int depth) {
        refuse(event);
        String where = place(event);
        if (event instanceof ScalarEvent scalar) {
            return new YamlValue.Scalar(
                    where, scalar.getValue(), scalar.getScalarStyle() != ScalarStyle.PLAIN, source.of(scalar));
        }
        if (event instanceof AliasEvent) {
            return new YamlValue.Scalar(where, "", false, Places.NONE);
        }
        if (depth > MOST_DEPTH) {
            throw new YamlEngineException("nested deeper than " + MOST_DEPTH);
        }
        return event.getEventId() == Event.ID.SequenceStart ? sequence(where, depth) : mapping(where, depth);
    }

    private void refuse(Event event) {
        if (event instanceof AliasEvent) {
            problems.add(new Problem(place(event), "an alias (*) is not allowed", "write the value itself"));
        } else if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            problems.add(new Problem(place(event), "an anchor (&) is not allowed", "write the value where it is used"));
        }
        boolean tagged = (event instanceof ScalarEvent scalar && scalar.getTag().isPresent())
                || (event instanceof CollectionStartEvent collection
                        && collection.getTag().isPresent());
        if (tagged) {
            problems.add(
                    new Problem(place(event), "a tag (!) is not allowed", "put a text that begins with '!' in quotes"));
        }
    }

    private YamlValue sequence(String where, int depth) {
        List<YamlValue> items = new ArrayList<>();
        Event event = events.next();
        while (event.getEventId() != Event.ID.SequenceEnd) {
            if (event.getEventId() != Event.ID.Comment) {
                items.add(value(event, depth + 1));
            }
            event = events.next();
        }
        return new YamlValue.Sequence(where, List.copyOf(items));
    }

    private YamlValue mapping(String where, int depth) {
        Map<String, YamlValue> entries = new LinkedHashMap<>();
        Map<String, String> keys = new LinkedHashMap<>();
        Event event = events.next();
        while (event.getEventId() != Event.ID.MappingEnd) {
            YamlValue key = value(event, depth + 1);
            YamlValue value = value(events.next(), depth + 1);
            if (!(key instanceof YamlValue.Scalar name)) {
                problems.add(new Problem(key.where(), "a key must be a text, not " + key.sort(), ""));
            } else if (entries.putIfAbsent(name.text(), value) != null) {
                problems.add(new Problem(
                        key.where(),
                        "the key '" + name.text() + "' stands there twice",
                        "the first is at " + keys.get(name.text())));
            } else {
                keys.put(name.text(), key.where());
            }
            event = events.next();
        }
        return new YamlValue.Mapping(where, entries, keys);
    }
}
