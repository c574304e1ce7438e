package dev.plumbline.fact;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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

    private final Snapshot snapshot;

    SnapshotWriter(Snapshot snapshot) {
        this.snapshot = snapshot;
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
        for (Fact fact : snapshot.facts()) {
            if (!startsLine(fact)) {
                continue;
            }
            sections.computeIfAbsent(section(fact), s -> new ArrayList<>()).add(fact);
        }
        return sections;
    }

    /** Objects of a schema stand by themselves, not indented below the schema, which would be one endless file. */
    private boolean startsLine(Fact fact) {
        return isSchemaObject(fact.kind()) || snapshot.parent(fact).isEmpty();
    }

    private static boolean isSchemaObject(Kind kind) {
        return kind.pathNames().size() == 2 && kind.pathNames().get(0).equals("schema");
    }

    private static String section(Fact fact) {
        String schema = fact.path().names().get(0);
        boolean inSchema =
                fact.path().names().size() > 1 && fact.kind().pathNames().get(0).equals("schema") && !schema.isEmpty();
        return (inSchema ? fileName(schema) + "/" : "") + fact.kind().name();
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
        for (Fact fact : sorted) {
            write(out, fact, "", fact.path().namesText());
        }
    }

    private void write(Appendable out, Fact fact, String indent, String name) throws IOException {
        StringBuilder line =
                new StringBuilder(indent).append(fact.kind().name()).append(' ').append(name);
        List<String> blocks = new ArrayList<>();
        List<Kind.Attribute> attributes = fact.kind().attributes();
        for (int i = 0; i < attributes.size(); i++) {
            Kind.Attribute attribute = attributes.get(i);
            @Nullable Object value = fact.at(i);
            if (!attribute.written() || java.util.Objects.equals(value, attribute.otherwise())) {
                continue;
            }
            line.append(' ').append(attribute.name()).append('=');
            if (value instanceof String text && isBlock(text)) {
                line.append('|');
                blocks.add(text);
            } else {
                Values.write(line, value);
            }
        }
        out.append(line).append('\n');
        String separator = "";
        for (String block : blocks) {
            out.append(separator);
            for (String blockLine : block.split("\n", -1)) {
                out.append(indent)
                        .append("    |")
                        .append(blockLine.isEmpty() ? "" : " ")
                        .append(blockLine)
                        .append('\n');
            }
            separator = indent + "    " + BLOCK_END + "\n";
        }
        for (List<Fact> parts : snapshot.parts(fact).values()) {
            if (isSchemaObject(parts.get(0).kind())) {
                continue;
            }
            for (Fact part : parts) {
                StringBuilder partName = new StringBuilder();
                FactPath.appendName(partName, part.name(), false);
                write(out, part, indent + "  ", partName.toString());
            }
        }
    }

    /** Several lines, all of which can be shown as they are. */
    private static boolean isBlock(String text) {
        return text.indexOf('\n') >= 0 && text.codePoints().noneMatch(c -> c != '\n' && c != '\t' && Text.invisible(c));
    }
}
