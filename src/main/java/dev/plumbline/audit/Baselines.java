package dev.plumbline.audit;

import dev.plumbline.audit.Configuration.Target;
import dev.plumbline.drift.Change;
import dev.plumbline.drift.Differ;
import dev.plumbline.drift.Drift;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.rule.RulePack;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Writes baselines; nothing else does. */
public final class Baselines implements AutoCloseable {

    private final Configuration configuration;
    private final Workspace workspace;
    private final LocalDate today;

    public Baselines(Configuration configuration, Progress progress) {
        this(configuration, progress, Clock.systemUTC());
    }

    /** @param clock for the day of acceptance */
    public Baselines(Configuration configuration, Progress progress, Clock clock) {
        this.configuration = configuration;
        this.today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        this.workspace = new Workspace(configuration, progress);
    }

    /**
     * Makes what targets are now their baseline.
     *
     * @param names of targets; empty for all
     * @param paths only changes at and below these; empty for all
     * @param heard what was accepted, line by line
     * @throws ProblemsException before anything is written, if a target cannot be read in full
     */
    public void accept(List<String> names, List<String> paths, Consumer<String> heard) throws IOException {
        List<FactPath> chosen = parse(paths);
        List<Target> targets = configuration.targets(names);
        workspace.prepare(targets);
        Map<Target, Snapshot> fresh = new LinkedHashMap<>();
        List<Problem> gaps = new ArrayList<>();
        for (Target target : targets) {
            Snapshot snapshot = workspace.read(target).snapshot();
            fresh.put(target, snapshot);
            snapshot.coverage().kinds().forEach((kind, entry) -> {
                switch (entry.status()) {
                    case READ, UNSUPPORTED, EXCLUDED -> {}
                    case PARTIAL, DENIED, FAILED, NOT_ASKED ->
                        gaps.add(new Problem(
                                target.name(),
                                kind + " could not be read in full: " + entry.reason(),
                                "a baseline with gaps would approve what nobody saw; see 'plumbline grants'"));
                }
            });
        }
        if (!gaps.isEmpty()) {
            throw new ProblemsException(gaps);
        }
        for (Map.Entry<Target, Snapshot> entry : fresh.entrySet()) {
            accept(entry.getKey(), entry.getValue(), chosen, heard);
        }
    }

    /** Notes the rule packs in force as those that people have seen, so that a changed one shows. */
    public void acceptPacks(Consumer<String> heard) throws IOException {
        List<RulePack> packs = RuleBooks.load(configuration, workspace.kinds()).packs();
        heard.accept(packs.size() + " rule packs accepted into " + Acceptances.write(configuration, packs, today));
    }

    private static List<FactPath> parse(List<String> paths) {
        List<FactPath> parsed = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (String path : paths) {
            try {
                parsed.add(FactPath.parse(path));
            } catch (IllegalArgumentException e) {
                problems.add(
                        new Problem(path, String.valueOf(e.getMessage()), "write for instance table:public.orders"));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return parsed;
    }

    private void accept(Target target, Snapshot actual, List<FactPath> chosen, Consumer<String> heard)
            throws IOException {
        String folder = configuration.root().relativize(target.baseline()).toString();
        if (!target.hasBaseline()) {
            if (!chosen.isEmpty()) {
                throw new ProblemsException(
                        folder,
                        "there is no baseline yet, of which a part could be accepted",
                        "accept the whole target first");
            }
            write(target, actual);
            heard.accept(target.name() + ": first baseline, " + actual.facts().size() + " facts, in " + folder);
            return;
        }
        Snapshot expected = Snapshot.read(target.baseline(), workspace.kinds());
        Snapshot accepted = chosen.isEmpty() ? actual : merge(expected, actual, chosen);
        Drift drift = Differ.compare(expected, accepted);
        if (accepted.digest().equals(expected.digest())) {
            Acceptances.write(target, expected, today);
            heard.accept(target.name() + ": nothing to accept, the baseline is as it was");
            return;
        }
        for (Change change : drift.changes()) {
            heard.accept(target.name() + ": " + change);
        }
        drift.uncompared()
                .forEach((what, reason) ->
                        heard.accept(target.name() + ": " + what + " accepted without being compared: " + reason));
        write(target, accepted);
        heard.accept(target.name() + ": " + drift.changes().size() + " changes accepted into " + folder);
    }

    private void write(Target target, Snapshot snapshot) throws IOException {
        Acceptances.write(target, snapshot, today, () -> snapshot.writeFolder(target.baseline()));
    }

    /** The expected snapshot in which facts at and below the chosen paths are as they are now. */
    private static Snapshot merge(Snapshot expected, Snapshot actual, List<FactPath> chosen) {
        List<Fact> facts = new ArrayList<>();
        expected.facts().stream().filter(f -> !under(f, chosen)).forEach(facts::add);
        actual.facts().stream().filter(f -> under(f, chosen)).forEach(facts::add);
        return new Snapshot(expected.engine(), expected.kinds(), facts, expected.coverage());
    }

    private static boolean under(Fact fact, List<FactPath> chosen) {
        return chosen.stream().anyMatch(path -> {
            List<String> names = fact.path().names();
            List<String> object = fact.kind().anyParent() ? names.subList(1, names.size()) : names;
            boolean same = fact.path().equals(path);
            boolean below = object.size() > path.names().size()
                    && object.subList(0, path.names().size()).equals(path.names());
            return same || below;
        });
    }

    @Override
    public void close() {
        workspace.close();
    }
}
