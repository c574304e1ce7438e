package dev.plumbline.fact;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The canonical text: one line for each fact, parts indented below the whole, so that one changed column is one
 * changed line and a version-control system shows the table's line above it.
 */
final class SnapshotWriter {

    /** Raised when an older reader would misread the text. */
    static final String FORMAT = "plumbline snapshot 1";

    /** Stands between two texts of several lines; a line of text has a blank after its bar. */
    static final String BLOCK_END = "|-";

    /** Facts with all their parts that one processor writes before another one's turn comes. */
    private static final int PORTION = 250;

    /** Portions that are held in memory at once. */
    private static final int PORTIONS = 8;

    private final Snapshot snapshot;
    private final Family family;

    SnapshotWriter(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.family = snapshot.family();
    }

    void write(Appendable out) throws IOException {
        writeHead(out);
        for (List<Fact> roots : sections().values()) {
            out.append('\n');
            writeFacts(out, roots);
        }
    }

    void writeHead(Appendable out) throws IOException {
        out.append(FORMAT).append('\n');
        out.append("engine ").append(snapshot.engine()).append('\n');
        for (Map.Entry<String, Coverage.Entry> kind :
                snapshot.coverage().kinds().entrySet()) {
            StringBuilder line = new StringBuilder("coverage ").append(kind.getKey());
            line.append(' ').append(kind.getValue().status());
            if (!kind.getValue().reason().isEmpty()) {
                line.append(' ');
                Text.quote(line, kind.getValue().reason());
            }
            out.append(line).append('\n');
        }
    }

    /** Root facts by the name of the file they go to: {@code role}, {@code public/table}. */
    SortedMap<String, List<Fact>> sections() {
        SortedMap<String, List<Fact>> sections = new TreeMap<>();
        Map<String, String> fileNames = new HashMap<>();
        List<Fact> facts = snapshot.facts();
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            // Objects of a schema stand by themselves, not below the schema, which would be one endless file.
            if (!family.isPart(i) || isSchemaObject(fact.kind())) {
                sections.computeIfAbsent(section(fact, fileNames), s -> new ArrayList<>())
                        .add(fact);
            }
        }
        return sections;
    }

    private static boolean isSchemaObject(Kind kind) {
        return kind.pathNames().size() == 2 && kind.pathNames().get(0).equals("schema");
    }

    private static String section(Fact fact, Map<String, String> fileNames) {
        String schema = fact.path().names().get(0);
        boolean inSchema =
                fact.path().names().size() > 1 && fact.kind().pathNames().get(0).equals("schema") && !schema.isEmpty();
        return (inSchema ? fileNames.computeIfAbsent(schema, SnapshotWriter::fileName) + "/" : "")
                + fact.kind().name();
    }

    /** A name that no file system, not even one that folds case, takes for another's. */
    private static String fileName(String name) {
        StringBuilder out = new StringBuilder();
        name.codePoints().forEach(c -> {
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-') {
                out.appendCodePoint(c);
            } else {
                out.append('%').append(Integer.toHexString(c)).append('%');
            }
        });
        return out.toString();
    }

    void writeFacts(Appendable out, List<Fact> roots) throws IOException {
        List<Fact> sorted = new ArrayList<>(roots);
        Ranks.sort(sorted);
        for (int first = 0; first < sorted.size(); first += PORTION * PORTIONS) {
            List<Fact> some = sorted.subList(first, Math.min(sorted.size(), first + PORTION * PORTIONS));
            List<StringBuilder> texts = IntStream.range(0, (some.size() + PORTION - 1) / PORTION)
                    .parallel()
                    .mapToObj(i -> some.subList(i * PORTION, Math.min(some.size(), (i + 1) * PORTION)))
                    .map(this::text)
                    .toList();
            for (StringBuilder text : texts) {
                out.append(text);
            }
        }
    }

    private StringBuilder text(List<Fact> portion) {
        StringBuilder text = new StringBuilder();
        for (Fact fact : portion) {
            write(text, fact);
        }
        return text;
    }

    /** A root with all its parts, as {@link #writeFacts} writes it. */
    String block(Fact root) {
        StringBuilder text = new StringBuilder(4_000);
        write(text, root);
        return text.toString();
    }

    /** Adds the facts that {@link #block} writes. */
    void collect(Fact root, Collection<Fact> into) {
        into.add(root);
        for (List<Fact> parts : family.parts(root).values()) {
            if (!isSchemaObject(parts.get(0).kind())) {
                parts.forEach(part -> collect(part, into));
            }
        }
    }

    private void write(StringBuilder text, Fact root) {
        text.append(root.kind().name()).append(' ').append(root.path().namesText());
        writeRest(text, root, "");
    }

    /** What stands behind the name, and all parts. */
    private void writeRest(StringBuilder text, Fact fact, String indent) {
        List<String> blocks = List.of();
        List<Kind.Attribute> attributes = fact.kind().attributes();
        for (int i = 0; i < attributes.size(); i++) {
            Kind.Attribute attribute = attributes.get(i);
            @Nullable Object value = fact.at(i);
            if (!attribute.written() || Objects.equals(value, attribute.otherwise())) {
                continue;
            }
            text.append(' ').append(attribute.name()).append('=');
            if (value instanceof String several && isBlock(several)) {
                text.append('|');
                blocks = blocks.isEmpty() ? new ArrayList<>() : blocks;
                blocks.add(several);
            } else {
                Values.write(text, value);
            }
        }
        text.append('\n');
        writeBlocks(text, blocks, indent);
        SortedMap<String, List<Fact>> parts = family.parts(fact);
        String deeper = parts.isEmpty() ? "" : indent + "  ";
        for (List<Fact> ofKind : parts.values()) {
            if (!isSchemaObject(ofKind.get(0).kind())) {
                for (Fact part : ofKind) {
                    text.append(deeper).append(part.kind().name()).append(' ');
                    FactPath.appendName(text, part.name(), false);
                    writeRest(text, part, deeper);
                }
            }
        }
    }

    private static void writeBlocks(StringBuilder text, List<String> blocks, String indent) {
        String separator = "";
        for (String block : blocks) {
            text.append(separator);
            for (String line : block.split("\n", -1)) {
                text.append(indent)
                        .append("    |")
                        .append(line.isEmpty() ? "" : " ")
                        .append(line)
                        .append('\n');
            }
            separator = indent + "    " + BLOCK_END + "\n";
        }
    }

    /** Several lines, all of which can be shown as they are. */
    private static boolean isBlock(String text) {
        return text.indexOf('\n') >= 0 && text.codePoints().noneMatch(c -> c != '\n' && c != '\t' && Text.invisible(c));
    }
}
