package dev.plumbline.fact;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * All facts of one target at one moment, with their coverage. Immutable, sorted, and free of clocks and host names:
 * two snapshots of equal databases are equal, and so are their texts and digests, whoever took them and where.
 */
public final class Snapshot {

    private final String engine;
    private final Kinds kinds;
    private final Coverage coverage;
    private final List<Fact> facts;
    private @Nullable Map<String, List<Fact>> byKind;
    private @Nullable Map<FactPath, Fact> byPath;
    private @Nullable Family family;
    private @Nullable String digest;

    /**
     * @param engine {@code postgresql}, {@code mysql}, {@code mariadb}, {@code cassandra}, the name of another
     *     database product in lower case, or {@code project} for what was read from files
     * @param facts in any order; ranks among siblings are closed up to 1, 2, 3 …
     * @throws IllegalArgumentException if two facts have the same path
     */
    public Snapshot(String engine, Kinds kinds, Collection<Fact> facts, Coverage coverage) {
        this(engine, kinds, closedUp(facts), coverage);
    }

    /** @param sorted by path, no two at the same, with ranks 1, 2, 3 … */
    Snapshot(String engine, Kinds kinds, Fact[] sorted, Coverage coverage) {
        this.engine = engine;
        this.kinds = kinds;
        this.coverage = coverage;
        this.facts = List.of(sorted);
    }

    /** The very facts of another snapshot under another head; whether they are the same list is quickly seen. */
    Snapshot(String engine, Coverage coverage, Snapshot same) {
        this.engine = engine;
        this.kinds = same.kinds;
        this.coverage = coverage;
        this.facts = same.facts;
        this.byKind = same.byKind();
        this.family = same.family();
    }

    private static Fact[] closedUp(Collection<Fact> facts) {
        Fact[] sorted = sorted(facts);
        Ranks.closeUp(sorted);
        return sorted;
    }

    /** @throws IllegalArgumentException if two facts have the same path */
    static Fact[] sorted(Collection<Fact> facts) {
        Fact[] sorted = facts.toArray(new Fact[0]);
        Arrays.sort(sorted, Comparator.comparing(Fact::path));
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i].path().compareTo(sorted[i - 1].path()) == 0) {
                throw new IllegalArgumentException("two facts are at " + sorted[i].path());
            }
        }
        return sorted;
    }

    public String engine() {
        return engine;
    }

    public Kinds kinds() {
        return kinds;
    }

    public Coverage coverage() {
        return coverage;
    }

    /** All facts, by path. */
    public List<Fact> facts() {
        return facts;
    }

    /** The facts of one kind, by path. */
    public List<Fact> facts(String kind) {
        return byKind().getOrDefault(kind, List.of());
    }

    /** Made when first asked for, as all that follows from the facts. */
    private synchronized Map<String, List<Fact>> byKind() {
        if (byKind == null) {
            Map<String, List<Fact>> lists = new HashMap<>();
            for (Fact fact : facts) {
                lists.computeIfAbsent(fact.kind().name(), k -> new ArrayList<>())
                        .add(fact);
            }
            lists.replaceAll((kind, list) -> List.copyOf(list));
            byKind = lists;
        }
        return byKind;
    }

    public Optional<Fact> find(FactPath path) {
        return Optional.ofNullable(byPath().get(path));
    }

    /** Made when first asked for: who only writes a snapshot needs none. */
    private synchronized Map<FactPath, Fact> byPath() {
        if (byPath == null) {
            Map<FactPath, Fact> index = new HashMap<>(facts.size() * 2);
            facts.forEach(fact -> index.put(fact.path(), fact));
            byPath = index;
        }
        return byPath;
    }

    /** The fact that this one is a part of, if there is one in the snapshot. */
    public Optional<Fact> parent(Fact fact) {
        Map<FactPath, Fact> index = byPath();
        for (FactPath path : Family.parentPaths(fact)) {
            Fact parent = index.get(path);
            if (parent != null) {
                return Optional.of(parent);
            }
        }
        return Optional.empty();
    }

    /** The parts of a fact that are of one kind; by rank where the kind has one, else by path. */
    public List<Fact> parts(Fact fact, String kind) {
        return parts(fact).getOrDefault(kind, List.of());
    }

    /** All parts of a fact, by kind. */
    public SortedMap<String, List<Fact>> parts(Fact fact) {
        return family().parts(fact);
    }

    synchronized Family family() {
        if (family == null) {
            family = new Family(facts);
        }
        return family;
    }

    /** The facts that are parts of no other. */
    public List<Fact> roots() {
        return family().roots();
    }

    /** {@code sha256:} and the digest of the canonical text, in hexadecimal. */
    public synchronized String digest() {
        if (digest == null) {
            try {
                MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
                write(new DigestOutputStream(OutputStream.nullOutputStream(), sha256));
                digest = "sha256:" + HexFormat.of().formatHex(sha256.digest());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java runtime has SHA-256", e);
            }
        }
        return digest;
    }

    /** Writes the canonical text. */
    public void write(Appendable out) throws IOException {
        new SnapshotWriter(this).write(out);
    }

    /** The same in UTF-8. */
    public void write(OutputStream out) throws IOException {
        write(new Utf8(out));
    }

    /**
     * Writes the canonical text as a folder: {@code snapshot.txt}, and a file for each schema and kind. Files of an
     * earlier snapshot that are not part of this one are removed; others are left alone. Nothing is half-written: all
     * of the new files are there before the first old one goes.
     */
    public void writeFolder(Path folder) throws IOException {
        new SnapshotFolder(folder).write(this);
    }

    /**
     * Reads what {@link #write} or {@link #writeFolder} wrote.
     *
     * @param path a file or a folder
     * @throws ProblemsException naming {@code file:line:column} for each fault
     */
    public static Snapshot read(Path path, Kinds kinds) {
        return SnapshotFolder.read(path, kinds);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Snapshot snapshot
                && engine.equals(snapshot.engine)
                && facts.equals(snapshot.facts)
                && coverage.equals(snapshot.coverage);
    }

    @Override
    public int hashCode() {
        return facts.hashCode();
    }

    @Override
    public String toString() {
        return engine + ", " + facts.size() + " facts";
    }
}
