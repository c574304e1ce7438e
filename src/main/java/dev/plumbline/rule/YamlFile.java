package dev.plumbline.rule;

import dev.plumbline.fact.Problem;
import dev.plumbline.rule.Yaml.Place;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
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
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML document with places. A rule may come from a stranger, so what makes YAML dangerous or surprising is
 * refused before anything is built from it: anchors, aliases, tags, several documents, depth, size, keys given twice.
 */
final class YamlFile {

    /** A scalar of a few MiB takes any YAML parser seconds merely to refuse. */
    static final int MAX_BYTES = 1 << 20;

    private static final int MAX_DEPTH = 30;

    private final String file;
    private final List<Problem> problems;
    private int[] text = new int[0];
    private int[] lineStarts = new int[0];
    private Iterator<Event> events = List.<Event>of().iterator();

    private YamlFile(String file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The document, or nothing if it has problems, which are then added. */
    static Optional<Yaml> parse(String file, byte[] bytes, List<Problem> problems) {
        if (bytes.length > MAX_BYTES) {
            problems.add(new Problem(file + ":1:1", "has more than " + MAX_BYTES + " bytes", "split it"));
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new YamlFile(file, problems).parse(text);
        } catch (CharacterCodingException e) {
            problems.add(new Problem(file + ":1:1", "is not UTF-8 text", "save it as UTF-8"));
            return Optional.empty();
        }
    }

    private Optional<Yaml> parse(String source) {
        String clean = source.startsWith("\uFEFF") ? source.substring(1) : source;
        text = clean.codePoints().toArray();
        lineStarts = lineStarts(text);
        int before = problems.size();
        try {
            events = new Parse(LoadSettings.builder()
                            .setLabel(file)
                            .setUseMarks(true)
                            .build())
                    .parseString(clean)
                    .iterator();
            Optional<Yaml> document = document();
            return problems.size() == before ? document : Optional.empty();
        } catch (Refused e) {
            problems.add(e.problem());
        } catch (MarkedYamlEngineException e) {
            String where =
                    e.getProblemMark().map(this::place).map(Place::toString).orElse(file + ":1:1");
            problems.add(new Problem(
                    where, "is not YAML: " + oneLine(e.getProblem()), "check quotes, indentation and colons"));
        } catch (YamlEngineException e) {
            problems.add(new Problem(file + ":1:1", "is not YAML: " + oneLine(String.valueOf(e.getMessage())), ""));
        }
        return Optional.empty();
    }

    private static String oneLine(String message) {
        return message.replaceAll("\\s+", " ").strip();
    }

    private static int[] lineStarts(int[] text) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n') {
                starts.add(i + 1);
            }
        }
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }

    private Optional<Yaml> document() {
        Yaml root = null;
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof StreamStartEvent
                    || event instanceof StreamEndEvent
                    || event instanceof DocumentEndEvent) {
                continue;
            }
            if (event instanceof DocumentStartEvent) {
                if (root != null) {
                    throw refuse(event, "a second document begins", "keep one document in a file");
                }
                continue;
            }
            root = value(event, 0);
        }
        if (root == null) {
            problems.add(new Problem(file + ":1:1", "is empty", ""));
        }
        return Optional.ofNullable(root);
    }

    private Yaml value(Event event, int depth) {
        if (event instanceof AliasEvent) {
            throw refuse(event, "an alias (*) is not allowed here", "write the value out");
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw refuse(event, "an anchor (&) is not allowed here", "write the value out where it is needed");
        }
        if (depth > MAX_DEPTH) {
            throw refuse(event, "is nested deeper than " + MAX_DEPTH + " levels", "");
        }
        if (event instanceof ScalarEvent scalar) {
            refuseTag(event, scalar.getTag());
            return scalar(scalar);
        }
        if (event instanceof SequenceStartEvent sequence) {
            refuseTag(event, sequence.getTag());
            List<Yaml> items = new ArrayList<>();
            for (Event next = events.next(); !(next instanceof SequenceEndEvent); next = events.next()) {
                items.add(value(next, depth + 1));
            }
            return new Yaml.Items(items, place(event));
        }
        if (event instanceof MappingStartEvent mapping) {
            refuseTag(event, mapping.getTag());
            return fields(event, depth);
        }
        throw refuse(event, "is not expected here", "");
    }

    private Yaml.Fields fields(Event start, int depth) {
        Map<String, Yaml.Entry> entries = new LinkedHashMap<>();
        for (Event next = events.next(); !(next instanceof MappingEndEvent); next = events.next()) {
            if (!(value(next, depth + 1) instanceof Yaml.Scalar key)) {
                throw refuse(next, "a key must be text", "");
            }
            Yaml value = value(events.next(), depth + 1);
            Yaml.Entry earlier = entries.putIfAbsent(key.text(), new Yaml.Entry(key, value));
            if (earlier != null) {
                problems.add(new Problem(
                        key.place().toString(),
                        "the key '" + key.text() + "' is given a second time",
                        "it first stands on line " + earlier.key().place().line()));
            }
        }
        return new Yaml.Fields(entries, place(start));
    }

    private void refuseTag(Event event, Optional<String> tag) {
        if (tag.isPresent()) {
            throw refuse(event, "a tag (!) is not allowed here", "remove it; types are known without it");
        }
    }

    private Yaml.Scalar scalar(ScalarEvent event) {
        boolean plain = event.getScalarStyle() == ScalarStyle.PLAIN;
        return new Yaml.Scalar(event.getValue(), plain, place(event), places(event));
    }

    /**
     * Lays the value beside its source: line folding, escapes and indentation take characters away or turn them into
     * others, but never change their order.
     */
    private int[] places(ScalarEvent event) {
        int from = event.getStartMark().map(Mark::getIndex).orElse(0);
        int to = Math.min(event.getEndMark().map(Mark::getIndex).orElse(0), text.length);
        if (event.getScalarStyle() == ScalarStyle.LITERAL || event.getScalarStyle() == ScalarStyle.FOLDED) {
            while (from < to && text[from] != '\n') {
                from++;
            }
            from++;
        } else if (event.getScalarStyle() != ScalarStyle.PLAIN) {
            from++;
        }
        String value = event.getValue();
        int[] places = new int[value.length() * 2];
        int at = from;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean blank = c == ' ' || c == '\n';
            int j = at;
            while (j < to && text[j] != c && (Character.isWhitespace(text[j]) || !blank)) {
                j++;
            }
            if (j < to && (text[j] == c)) {
                at = j;
            }
            int line = line(Math.min(at, text.length));
            places[2 * i] = line + 1;
            places[2 * i + 1] = Math.min(at, text.length) - lineStarts[line] + 1;
            if (at < to && (text[at] == c || blank)) {
                at++;
            }
        }
        return places;
    }

    private int line(int index) {
        int found = java.util.Arrays.binarySearch(lineStarts, index);
        return found >= 0 ? found : -found - 2;
    }

    private Place place(Event event) {
        return event.getStartMark().map(this::place).orElse(new Place(file, 1, 1));
    }

    private Place place(Mark mark) {
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private Refused refuse(Event event, String what, String mend) {
        return new Refused(new Problem(place(event).toString(), what, mend));
    }

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        Refused(Problem problem) {
            super(problem.toString(), null, false, false);
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }
}
