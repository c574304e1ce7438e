package dev.plumbline.audit;

import dev.plumbline.audit.Configuration.Target;
import dev.plumbline.drift.Aspect;
import dev.plumbline.drift.IgnoreRule;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.fact.SnapshotText;
import dev.plumbline.source.Endpoint;
import dev.plumbline.yaml.YamlMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Whatever can be compared: a target's name, {@code migrations:TARGET}, a JDBC or {@code cql://} URL, a baseline
 * folder, a snapshot file. A configuration is needed only for the first two.
 */
public final class Sides implements AutoCloseable {

    private static final String MIGRATIONS = "migrations:";

    private final Optional<Configuration> configuration;
    private final Map<String, String> environment;
    private final Workspace workspace;

    /**
     * @param sides what is going to be read
     * @param configurationFile read if there is one, and if one of the sides may be a target
     * @param showCreate whether each table is read by a statement of its own, whatever a target's configuration says
     */
    public Sides(
            List<String> sides,
            Optional<Path> configurationFile,
            boolean showCreate,
            Map<String, String> environment,
            Progress progress) {
        boolean selfContained = sides.stream().allMatch(side -> isUrl(side) || Files.exists(Path.of(side)));
        this.environment = environment;
        this.configuration =
                configurationFile.filter(file -> !selfContained).map(file -> Configuration.read(file, environment));
        this.workspace = configuration
                .map(known -> new Workspace(known, showCreate, progress))
                .orElseGet(() ->
                        new Workspace(Path.of("").toAbsolutePath(), Endpoint.Limits.DEFAULT, showCreate, progress));
    }

    /** Starts the sandboxes that some sides need together, which is quicker than one after the other. */
    public void prepare(List<String> sides) {
        List<Target> targets = new ArrayList<>();
        sides.forEach(side -> target(side).ifPresent(targets::add));
        workspace.prepare(targets);
    }

    /**
     * Reads a side.
     *
     * @throws ProblemsException if it is none, or cannot be read
     */
    public Snapshot read(String side) {
        if (isUrl(side)) {
            return workspace.readUrl(side, environment).snapshot();
        }
        Optional<Target> target = target(side);
        if (target.isPresent()) {
            workspace.prepare(List.of(target.get()));
            return workspace.read(target.get()).snapshot();
        }
        if (Files.exists(Path.of(side))) {
            return Snapshot.read(Path.of(side), workspace.kinds());
        }
        Collection<String> known = configuration.map(c -> c.targets().keySet()).orElseGet(java.util.Set::of);
        throw new ProblemsException(
                side,
                "is no target, no URL, and no file or folder",
                known.isEmpty() ? "there is no plumbline.yaml that would name targets" : YamlMap.oneOf(side, known));
    }

    /**
     * Reads both sides. A file or a folder is cut into pieces while a server works for the other side; only the pieces
     * in which they differ are then made into facts of its own.
     *
     * @throws ProblemsException if one is none, or cannot be read
     */
    public List<Snapshot> readBoth(String left, String right) {
        if (isText(left) == isText(right)) {
            return List.of(read(left), read(right));
        }
        Path file = Path.of(isText(left) ? left : right);
        CompletableFuture<SnapshotText> cut =
                CompletableFuture.supplyAsync(() -> SnapshotText.cut(file, workspace.kinds()));
        Snapshot live = read(isText(left) ? right : left);
        try {
            Snapshot text = cut.join().read(live);
            return isText(left) ? List.of(text, live) : List.of(live, text);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private boolean isText(String side) {
        return !isUrl(side) && target(side).isEmpty() && Files.exists(Path.of(side));
    }

    /**
     * The configured rules, and one for each aspect or attribute that a caller does not care for.
     *
     * @throws IllegalArgumentException for a word that is neither, with the nearest one
     */
    public List<IgnoreRule> ignoring(List<String> words) {
        List<IgnoreRule> rules =
                new ArrayList<>(configuration.map(Configuration::ignored).orElse(List.of()));
        SortedSet<String> known = new TreeSet<>();
        Arrays.stream(Aspect.values()).forEach(aspect -> known.add(aspect.word()));
        workspace.kinds().all().forEach(kind -> kind.attributes().forEach(a -> known.add(a.name())));
        for (String word : words) {
            if (!known.contains(word)) {
                throw new IllegalArgumentException(
                        "'" + word + "' is no aspect and no attribute; " + YamlMap.oneOf(word, known));
            }
            rules.add(Aspect.of(word)
                    .map(aspect -> IgnoreRule.of(aspect, "asked for"))
                    .orElseGet(() -> IgnoreRule.of("**", word, "asked for")));
        }
        return rules;
    }

    /** Whether a side is an address, whatever else there may be of that name. */
    public static boolean isUrl(String side) {
        return side.startsWith("jdbc:") || side.startsWith("cql://");
    }

    private Optional<Target> target(String side) {
        if (isUrl(side) || configuration.isEmpty()) {
            return Optional.empty();
        }
        if (side.startsWith(MIGRATIONS)) {
            String name = side.substring(MIGRATIONS.length());
            return Optional.of(configuration.get().targets(List.of(name)).get(0).onSandbox(side));
        }
        return Optional.ofNullable(configuration.get().targets().get(side));
    }

    @Override
    public void close() {
        workspace.close();
    }
}
