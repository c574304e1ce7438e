package dev.plumbline.audit;

import dev.plumbline.audit.Configuration.Target;
import dev.plumbline.drift.Differ;
import dev.plumbline.fact.Kinds;
import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.rule.Accepted;
import dev.plumbline.rule.FrozenFindings;
import dev.plumbline.rule.RuleBook;
import dev.plumbline.rule.Waivers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What people wrote and approved: rules, waivers, baselines, frozen findings. Loaded before any server is started, so
 * that a faulty file costs a second and not a minute.
 *
 * @param baselines by target; one that has none yet is not in it
 * @param accepted the same in the form in which rules judge it
 */
record Approved(RuleBook book, Map<String, Snapshot> baselines, Accepted accepted) {

    /** What is judged over all targets, or was read from files, has no target of its own. */
    static final String PROJECT = "project";

    /** @throws ProblemsException with the faults of all files together */
    static Approved load(Configuration configuration, List<Target> targets, Kinds kinds) {
        List<Problem> problems = new ArrayList<>();
        Optional<RuleBook> book = attempt(() -> RuleBooks.load(configuration, kinds), problems);
        Optional<Waivers> waivers =
                attempt(() -> configuration.waivers().map(Waivers::load).orElse(Waivers.NONE), problems);
        Map<String, Snapshot> baselines = new TreeMap<>();
        Map<String, Accepted.Baseline> known = new HashMap<>();
        Map<String, FrozenFindings> frozen = new HashMap<>();
        for (Target target : targets) {
            if (target.hasBaseline()) {
                attempt(() -> baseline(configuration, target, kinds), problems)
                        .ifPresent(snapshot -> baselines.put(target.name(), snapshot));
            }
            known.put(
                    target.name(),
                    new Accepted.Baseline(
                            configuration.shown(target.baseline()),
                            Optional.ofNullable(baselines.get(target.name())),
                            attempt(() -> Acceptances.baseline(configuration, target), problems)
                                    .flatMap(a -> a)));
            frozen(configuration, target.name(), problems).ifPresent(f -> frozen.put(target.name(), f));
        }
        frozen(configuration, PROJECT, problems).ifPresent(f -> frozen.put(PROJECT, f));
        Optional<Accepted.Packs> packs =
                attempt(() -> Acceptances.packs(configuration), problems).flatMap(p -> p);
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return new Approved(book.orElseThrow(), baselines, new Accepted(waivers.orElseThrow(), frozen, known, packs));
    }

    private static Snapshot baseline(Configuration configuration, Target target, Kinds kinds) {
        Snapshot baseline = Snapshot.read(target.baseline(), kinds);
        if (TargetReader.ENGINES.contains(target.engine()) && !Differ.alike(baseline.engine(), target.engine())) {
            throw new ProblemsException(
                    configuration.shown(target.baseline()),
                    "the baseline is of " + baseline.engine() + ", the target " + target.name() + " of "
                            + target.engine(),
                    "correct 'engine:' of the target, or accept its baseline anew: plumbline baseline accept "
                            + target.name());
        }
        return baseline;
    }

    private static Optional<FrozenFindings> frozen(Configuration configuration, String target, List<Problem> problems) {
        Path file = frozenFile(configuration, target);
        return Files.exists(file)
                ? attempt(() -> FrozenFindings.read(file, configuration.shown(file), target), problems)
                : Optional.empty();
    }

    /** Where the frozen findings of a target stand, or would. */
    static Path frozenFile(Configuration configuration, String target) {
        return Optional.ofNullable(configuration.targets().get(target))
                .map(Target::baseline)
                .orElse(configuration.root().resolve("baselines").resolve(PROJECT))
                .resolve(FrozenFindings.FILE);
    }

    private static <T> Optional<T> attempt(Supplier<T> loading, List<Problem> problems) {
        try {
            return Optional.of(loading.get());
        } catch (ProblemsException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }
}
