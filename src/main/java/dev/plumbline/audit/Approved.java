package dev.plumbline.audit;

import dev.plumbline.audit.Configuration.Target;
import dev.plumbline.fact.Kinds;
import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.rule.RuleBook;
import dev.plumbline.rule.Waivers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What people wrote and approved: rules, waivers, baselines. Loaded before any server is started, so that a faulty file
 * costs a second and not a minute.
 *
 * @param baselines by target; one that has none yet is not in it
 */
record Approved(RuleBook book, Waivers waivers, Map<String, Snapshot> baselines) {

    /** @throws ProblemsException with the faults of all files together */
    static Approved load(Configuration configuration, List<Target> targets, Kinds kinds) {
        List<Problem> problems = new ArrayList<>();
        Optional<RuleBook> book = attempt(() -> RuleBooks.load(configuration, kinds), problems);
        Optional<Waivers> waivers = attempt(
                () -> configuration
                        .waivers()
                        .map(file -> Waivers.load(file, Waivers.YEAR))
                        .orElse(Waivers.NONE),
                problems);
        Map<String, Snapshot> baselines = new TreeMap<>();
        for (Target target : targets) {
            if (Files.exists(target.baseline())) {
                attempt(() -> Snapshot.read(target.baseline(), kinds), problems)
                        .ifPresent(snapshot -> baselines.put(target.name(), snapshot));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return new Approved(book.orElseThrow(), waivers.orElseThrow(), baselines);
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
