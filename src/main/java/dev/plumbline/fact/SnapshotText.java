package dev.plumbline.fact;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The canonical text of a snapshot that is going to be compared with another one. It is cut into blocks, a fact with
 * its parts each; only blocks that the other snapshot would not write word for word the same are made into facts, for
 * all others that one's facts serve. Cutting is quick, so that it can be done while a server is still read.
 *
 * <p>Nothing is taken for equal but what is written alike, and whatever is unusual about a text, a fault above all,
 * lets it be read as a whole by {@link Snapshot#read}.
 */
public final class SnapshotText {

    private final Path path;
    private final Kinds kinds;
    /** In the order of the text; a line of the head is a block, too. */
    private final Set<String> blocks = new LinkedHashSet<>();

    private @Nullable Snapshot whole;

    private SnapshotText(Path path, Kinds kinds) {
        this.path = path;
        this.kinds = kinds;
    }

    /**
     * Cuts what {@link Snapshot#write} or {@link Snapshot#writeFolder} wrote.
     *
     * @param path a file or a folder
     * @throws ProblemsException as {@link Snapshot#read} does, but not for all faults yet
     */
    public static SnapshotText cut(Path path, Kinds kinds) {
        SnapshotText text = new SnapshotText(path, kinds);
        if (!text.cut()) {
            text.blocks.clear();
            text.whole = Snapshot.read(path, kinds);
        }
        return text;
    }

    /** Whether the text has the form of one that was written by us. */
    private boolean cut() {
        try {
            for (Path file : SnapshotFolder.files(path)) {
                if (!cut(Files.readString(file, StandardCharsets.UTF_8))) {
                    return false;
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        } catch (IOException e) {
            throw new ProblemsException(
                    new Problem(path.toString(), "cannot be read: " + e.getMessage(), "check its permissions"), e);
        }
    }

    /** A block starts at a line that is neither empty nor indented, and ends before the next one. */
    private boolean cut(String text) {
        if (text.indexOf('\r') >= 0) {
            return false;
        }
        int start = afterEmptyLines(text, 0);
        while (start < text.length()) {
            int end = endOfLine(text, start);
            int next = afterEmptyLines(text, end);
            while (next < text.length() && text.charAt(next) == ' ') {
                end = endOfLine(text, next);
                next = afterEmptyLines(text, end);
            }
            // An indented line that stands first has nothing above it, and two blocks that are the same are one too
            // many.
            if (text.charAt(start) == ' ' || !blocks.add(text.substring(start, end))) {
                return false;
            }
            start = next;
        }
        return true;
    }

    private static int endOfLine(String text, int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end + 1;
    }

    private static int afterEmptyLines(String text, int start) {
        int next = start;
        while (next < text.length() && text.charAt(next) == '\n') {
            next++;
        }
        return next;
    }

    /**
     * The snapshot that {@link Snapshot#read} would give, except that facts it shares with the other one know the
     * server's identities, too. Shared facts are the same objects.
     *
     * @throws ProblemsException naming {@code file:line:column} for each fault
     */
    public Snapshot read(Snapshot other) {
        if (whole == null) {
            whole = sharing(other).orElseGet(() -> Snapshot.read(path, kinds));
        }
        return whole;
    }

    @SuppressWarnings("ReferenceEquality") // kinds that are declared alike may have their attributes in another order
    private Optional<Snapshot> sharing(Snapshot other) {
        if (other.kinds() != kinds) {
            return Optional.empty();
        }
        SnapshotWriter writer = new SnapshotWriter(other);
        List<Fact> roots =
                writer.sections().values().stream().flatMap(List::stream).toList();
        // A rank is a place among siblings: where these are roots, it is known only when all of them are.
        List<String> same = IntStream.range(0, roots.size())
                .parallel()
                .mapToObj(i -> roots.get(i).kind().order().isPresent() ? "" : writer.block(roots.get(i)))
                .map(block -> blocks.contains(block) ? block : "")
                .toList();
        Set<Fact> others = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < roots.size(); i++) {
            if (same.get(i).isEmpty()) {
                writer.collect(roots.get(i), others);
            }
        }
        List<Fact> shared =
                other.facts().stream().filter(fact -> !others.contains(fact)).toList();
        return readRest(new HashSet<>(same)).sharing(shared, other);
    }

    private SnapshotReader readRest(Set<String> same) {
        List<String> rest = new ArrayList<>();
        blocks.stream().filter(block -> !same.contains(block)).forEach(rest::add);
        SnapshotReader reader = new SnapshotReader(kinds);
        try {
            reader.read(path.toString(), new BufferedReader(new StringReader(String.join("\n", rest))));
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory can be read", e);
        }
        return reader;
    }
}
