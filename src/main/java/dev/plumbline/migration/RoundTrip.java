package dev.plumbline.migration;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.Differ;
import dev.plumbline.drift.Drift;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.migration.Proof.Status;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.source.sqlmigration.Script;
import dev.plumbline.source.sqlmigration.ScriptFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Proves migrations reversible by going there and back, each alone: snapshot, up, snapshot, down, compare, up, compare.
 * One loop over all migrations would not do, for a later drop hides what an earlier way down left behind.
 */
public final class RoundTrip {

    /** More differences than this are counted, not listed. */
    private static final int MOST_DETAILS = 20;

    private final String target;
    private final Sandbox sandbox;
    private final String database;
    private final Path root;
    private final Supplier<Snapshot> reader;
    private boolean stuck;

    /**
     * @param reader reads the sandbox's database anew each time it is asked
     * @param root the project's folder
     */
    public RoundTrip(String target, Sandbox sandbox, String database, Path root, Supplier<Snapshot> reader) {
        this.target = target;
        this.sandbox = sandbox;
        this.database = database;
        this.root = root;
        this.reader = reader;
    }

    /**
     * Proves the migrations that are chosen; the others are only run, since later ones build on them.
     *
     * @param chosen by the migration's label, see {@link Script#label}
     * @param heard each proof as soon as it is done
     */
    public List<Proof> prove(ScriptFolder folder, Predicate<String> chosen, Consumer<Proof> heard) {
        List<Proof> proofs = new ArrayList<>();
        try (Console console = Console.open(sandbox, database)) {
            for (Script script : folder.scripts()) {
                Proof proof = stuck ? notRun(script) : prove(console, script, chosen.test(script.label()));
                stuck |= proof.status() == Status.FAILED;
                if (chosen.test(script.label()) || proof.status() == Status.FAILED) {
                    proofs.add(proof);
                    heard.accept(proof);
                }
            }
        }
        return proofs;
    }

    private Proof notRun(Script script) {
        return proof(script, Status.NOT_RUN, List.of("an earlier migration failed"), System.nanoTime());
    }

    private Proof prove(Console console, Script script, boolean chosen) {
        long start = System.nanoTime();
        try {
            if (!chosen) {
                up(console, script);
                return proof(script, Status.NOT_RUN, List.of("not chosen"), start);
            }
            Snapshot before = reader.get();
            up(console, script);
            Snapshot after = reader.get();
            if (script.repeatable()) {
                up(console, script);
                return judged(script, Status.REPEATABLE, "run again", differences(after, reader.get()), start);
            }
            if (script.down().isEmpty()) {
                return proof(script, Status.IRREVERSIBLE, List.of("there is no file that undoes it"), start);
            }
            console.runFile(script.down().get(), relative(script.down().get()), sandbox.engine());
            List<String> left = differences(before, reader.get());
            if (!left.isEmpty()) {
                List<String> detail = new ArrayList<>();
                left.forEach(line -> detail.add("after the way down: " + line));
                upAgain(console, script).forEach(line -> detail.add("up again: " + line));
                return proof(script, Status.LOSSY, detail, start);
            }
            up(console, script);
            return judged(script, Status.PROVEN, "up again", differences(after, reader.get()), start);
        } catch (ProblemsException e) {
            return proof(
                    script,
                    Status.FAILED,
                    e.problems().stream().map(Object::toString).toList(),
                    start);
        }
    }

    /** What was left behind may stand in the way: then nobody knows what the next migration would meet. */
    private List<String> upAgain(Console console, Script script) {
        try {
            up(console, script);
            return List.of();
        } catch (ProblemsException e) {
            stuck = true;
            return e.problems().stream().map(Object::toString).toList();
        }
    }

    private Proof judged(Script script, Status good, String when, List<String> differences, long start) {
        return differences.isEmpty()
                ? proof(script, good, List.of(), start)
                : proof(
                        script,
                        Status.LOSSY,
                        differences.stream().map(d -> when + ": " + d).toList(),
                        start);
    }

    private void up(Console console, Script script) {
        console.runFile(script.up(), relative(script.up()), sandbox.engine());
    }

    private static List<String> differences(Snapshot expected, Snapshot actual) {
        Drift drift = Differ.compare(expected, actual);
        List<String> lines = new ArrayList<>();
        drift.changes().stream().limit(MOST_DETAILS).map(Change::toString).forEach(lines::add);
        if (drift.changes().size() > MOST_DETAILS) {
            lines.add("and " + (drift.changes().size() - MOST_DETAILS) + " more");
        }
        drift.uncompared().forEach((kind, reason) -> lines.add(kind + " could not be compared: " + reason));
        return lines;
    }

    private Proof proof(Script script, Status status, List<String> detail, long start) {
        return new Proof(
                target, script.label(), relative(script.up()), status, detail, (System.nanoTime() - start) / 1_000_000);
    }

    private String relative(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
