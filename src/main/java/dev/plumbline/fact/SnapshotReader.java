package dev.plumbline.fact;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the canonical text. Collects all faults before it gives up. */
final class SnapshotReader {

    /** More faults than this are not read by anyone. */
    private static final int MOST_PROBLEMS = 50;

    private final Kinds kinds;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Coverage.Entry> coverage = new HashMap<>();
    private final List<Fact> facts = new ArrayList<>();
    private final Set<FactPath> paths = new HashSet<>();
    private final Map<List<String>, Long> ranks = new HashMap<>();
    private @Nullable String engine;

    SnapshotReader(Kinds kinds) {
        this.kinds = kinds;
    }

    Snapshot snapshot(String name) {
        if (engine == null && problems.isEmpty()) {
            problems.add(new Problem(name, "does not say its engine", "restore it from version control"));
        }
        if (engine == null || !problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return new Snapshot(engine, kinds, facts, Coverage.of(coverage));
    }

    /**
     * A snapshot of what was read and of facts that another one shares with it; nothing if the whole text has to be
     * read to say what it means.
     *
     * @param shared sorted by path, whole families with their ranks
     */
    Optional<Snapshot> sharing(List<Fact> shared, Snapshot other) {
        if (engine == null || !problems.isEmpty()) {
            return Optional.empty();
        }
        if (facts.isEmpty() && shared.size() == other.facts().size()) {
            return Optional.of(new Snapshot(engine, Coverage.of(coverage), other));
        }
        facts.addAll(shared);
        try {
            Fact[] sorted = Snapshot.sorted(facts);
            // Ranks were counted apart: a rank that is not the one among all siblings stands in two pieces of text.
            return Ranks.closeUp(sorted)
                    ? Optional.empty()
                    : Optional.of(new Snapshot(engine, kinds, sorted, Coverage.of(coverage)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    void read(String file, BufferedReader in) throws IOException {
        Lines lines = new Lines(file, in);
        Deque<Fact> open = new ArrayDeque<>();
        for (String line = lines.next(); line != null && problems.size() < MOST_PROBLEMS; line = lines.next()) {
            if (line.isEmpty() || readHead(lines, line)) {
                continue;
            }
            int indent = 0;
            while (indent < line.length() && line.charAt(indent) == ' ') {
                indent++;
            }
            if (indent % 2 != 0 || indent / 2 > open.size()) {
                problems.add(lines.problem(indent, "is indented under nothing"));
                continue;
            }
            while (open.size() > indent / 2) {
                open.pop();
            }
            Values.Parser parser = new Values.Parser(line, indent);
            try {
                Fact fact = readFact(lines, parser, open.peek());
                if (!paths.add(fact.path())) {
                    problems.add(lines.problem(indent, fact.path() + " stands there twice"));
                    continue;
                }
                facts.add(fact);
                open.push(fact);
            } catch (IllegalArgumentException e) {
                problems.add(lines.problem(parser.at(), String.valueOf(e.getMessage())));
            }
        }
    }

    private boolean readHead(Lines lines, String line) {
        if (line.startsWith("plumbline snapshot ")) {
            if (!line.equals(SnapshotWriter.FORMAT)) {
                problems.add(
                        lines.problem(
                                0,
                                "'" + line + "' is another format than '" + SnapshotWriter.FORMAT
                                        + "', which this version reads; write the baseline again with 'plumbline baseline accept'"));
            }
            return true;
        }
        if (line.startsWith("engine ")) {
            engine = line.substring("engine ".length());
            return true;
        }
        if (line.startsWith("coverage ")) {
            Values.Parser parser = new Values.Parser(line, "coverage ".length());
            try {
                String kind = parser.token();
                parser.spaces();
                Coverage.Status status = status(parser.word());
                parser.spaces();
                String reason = parser.atEnd() ? "" : String.valueOf(parser.value(Kind.Type.TEXT));
                if (coverage.put(kind, new Coverage.Entry(status, reason)) != null) {
                    problems.add(lines.problem(parser.at(), "the coverage of " + kind + " stands there twice"));
                }
            } catch (IllegalArgumentException e) {
                problems.add(lines.problem(parser.at(), "no coverage line: " + e.getMessage()));
            }
            return true;
        }
        return false;
    }

    private Fact readFact(Lines lines, Values.Parser parser, @Nullable Fact parent) throws IOException {
        String kindName = parser.word();
        Optional<Kind> known = kinds.find(kindName);
        if (known.isEmpty()) {
            throw new IllegalArgumentException(
                    "no kind is named '" + kindName + "'; was this written by a newer version?");
        }
        Kind kind = known.get();
        parser.expect(' ');
        FactPath path = path(kind, parser.token(), parent);
        Map<String, @Nullable Object> attributes = new HashMap<>();
        List<String> blocks = new ArrayList<>();
        while (!parser.atEnd()) {
            parser.expect(' ');
            String name = parser.word();
            Kind.Attribute attribute = kind.attribute(name)
                    .orElseThrow(() -> new IllegalArgumentException(
                            kindName + " has no attribute '" + name + "'; was this written by a newer version?"));
            parser.expect('=');
            if (parser.skip('|')) {
                blocks.add(name);
            } else {
                attributes.put(name, parser.value(attribute.type()));
            }
        }
        for (String name : blocks) {
            attributes.put(name, lines.block());
        }
        kind.order().ifPresent(order -> {
            List<String> siblings =
                    new ArrayList<>(path.names().subList(0, path.names().size() - 1));
            siblings.add(kind.name());
            attributes.put(order.name(), ranks.merge(siblings, 1L, Long::sum));
        });
        return Fact.of(kind, path, attributes);
    }

    private static FactPath path(Kind kind, String token, @Nullable Fact parent) {
        List<String> own = FactPath.parseNames(token, 0);
        if (parent == null) {
            return new FactPath(kind.name(), own);
        }
        List<String> names = new ArrayList<>();
        if (kind.anyParent()) {
            names.add(parent.kind().name());
        }
        names.addAll(parent.path().names());
        names.addAll(own);
        return new FactPath(kind.name(), names);
    }

    /** Lines of one file, with their numbers; blocks are joined again. */
    private static final class Lines {
        private final String file;
        private final BufferedReader in;
        private int number;
        private @Nullable String pushedBack;

        Lines(String file, BufferedReader in) {
            this.file = file;
            this.in = in;
        }

        @Nullable
        String next() throws IOException {
            String line = pushedBack != null ? pushedBack : in.readLine();
            pushedBack = null;
            number++;
            return line;
        }

        String block() throws IOException {
            StringBuilder text = new StringBuilder();
            boolean first = true;
            for (String line = next(); line != null; line = next()) {
                String stripped = line.stripLeading();
                if (stripped.equals(SnapshotWriter.BLOCK_END)) {
                    break;
                }
                if (!stripped.startsWith("|")) {
                    pushedBack = line;
                    number--;
                    break;
                }
                text.append(first ? "" : "\n").append(stripped.length() > 2 ? stripped.substring(2) : "");
                first = false;
            }
            if (first) {
                throw new IllegalArgumentException("the text announced by '=|' is missing");
            }
            return text.toString();
        }

        Problem problem(int column, String what) {
            return new Problem(file + ":" + number + ":" + (column + 1), what, "");
        }
    }

    private static Coverage.Status status(String word) {
        return Arrays.stream(Coverage.Status.values())
                .filter(status -> status.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + word + "' is none of " + Arrays.toString(Coverage.Status.values())));
    }
}
