package dev.plumbline.audit;

import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.report.AuditResult;
import dev.plumbline.rule.FrozenFindings;
import dev.plumbline.rule.FrozenFindings.State;
import dev.plumbline.rule.Judgement;
import dev.plumbline.rule.Rule;
import dev.plumbline.rule.Verdict;
import dev.plumbline.yaml.YamlMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Freezes today's findings as existing debt, and takes out what is mended; nothing else writes these files. */
public final class ExistingDebt {

    private final Configuration configuration;
    private final Progress progress;
    private final Clock clock;

    public ExistingDebt(Configuration configuration, Progress progress) {
        this(configuration, progress, Clock.systemUTC());
    }

    /** @param clock for the day of acceptance */
    public ExistingDebt(Configuration configuration, Progress progress, Clock clock) {
        this.configuration = configuration;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * What to do with findings that are not frozen, and with frozen ones that are gone.
     *
     * @param freeze whether today's findings are frozen; otherwise the files only shrink
     * @param acceptNew whether debt that was frozen before may grow
     * @param prune whether what is mended is taken out
     */
    public record Wish(boolean freeze, boolean acceptNew, boolean prune) {}

    /**
     * Judges the targets and writes their frozen findings.
     *
     * @param names of targets, or {@code project} for what is read from files; empty for all and the project
     * @param heard what was done, line by line
     * @throws ProblemsException before anything is written, if debt that was frozen before would grow unasked
     */
    public void update(List<String> names, Wish wish, Consumer<String> heard) throws IOException {
        List<String> targets = check(names);
        AuditResult result;
        try (Audit audit = new Audit(configuration, progress, clock)) {
            result = audit.run(targets.equals(List.of(Approved.PROJECT)) ? List.of() : without(targets), false);
        }
        List<String> chosen = new ArrayList<>(targets);
        if (chosen.isEmpty()) {
            chosen.addAll(configuration.targets().keySet());
            chosen.add(Approved.PROJECT);
        }
        Map<String, FrozenFindings> before = new LinkedHashMap<>();
        Map<String, FrozenFindings> after = new LinkedHashMap<>();
        List<Problem> growth = new ArrayList<>();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (String target : chosen) {
            FrozenFindings frozen = known(target);
            FrozenFindings next = frozen;
            if (wish.freeze()) {
                next = frozen.with(freezable(result, target), today);
                if (!frozen.lines().isEmpty() && !wish.acceptNew()) {
                    growth(frozen, next, growth);
                }
            }
            if (wish.prune()) {
                next = next.pruned(next.states(result.judgements(), ids()));
            }
            before.put(target, frozen);
            after.put(target, next);
        }
        if (!growth.isEmpty()) {
            throw new ProblemsException(growth);
        }
        for (String target : chosen) {
            write(target, get(before, target), get(after, target), result, heard);
        }
    }

    private static FrozenFindings get(Map<String, FrozenFindings> map, String target) {
        return java.util.Objects.requireNonNull(map.get(target));
    }

    private List<String> check(List<String> names) {
        Set<String> known = new TreeSet<>(configuration.targets().keySet());
        known.add(Approved.PROJECT);
        List<Problem> unknown = names.stream()
                .filter(name -> !known.contains(name))
                .map(name -> new Problem(name, "is no target", YamlMap.oneOf(name, known)))
                .toList();
        if (!unknown.isEmpty()) {
            throw new ProblemsException(unknown);
        }
        return names.stream().distinct().toList();
    }

    private static List<String> without(List<String> targets) {
        return targets.stream().filter(t -> !t.equals(Approved.PROJECT)).toList();
    }

    private FrozenFindings known(String target) {
        Path file = Approved.frozenFile(configuration, target);
        return Files.exists(file)
                ? FrozenFindings.read(file, configuration.shown(file), target)
                : new FrozenFindings(target, configuration.shown(file), List.of());
    }

    private Set<String> ids() {
        Set<String> ids = new TreeSet<>();
        RuleBooks.load(configuration, configuration.kinds()).rules().stream()
                .map(Rule::id)
                .forEach(ids::add);
        return ids;
    }

    private static List<Verdict> freezable(AuditResult result, String target) {
        return FrozenFindings.freezable(result.judgements().stream()
                .filter(j -> j.target().equals(target))
                .toList());
    }

    private static void growth(FrozenFindings before, FrozenFindings after, List<Problem> problems) {
        for (FrozenFindings.Line line : after.lines()) {
            if (!before.lines().contains(line)) {
                problems.add(new Problem(
                        before.file(),
                        "would grow by " + line,
                        "mend it, waive it, or accept that the debt grows with --accept-new"));
            }
        }
    }

    private void write(
            String target, FrozenFindings before, FrozenFindings after, AuditResult result, Consumer<String> heard)
            throws IOException {
        for (FrozenFindings.Line line : before.lines()) {
            if (!after.lines().contains(line)) {
                heard.accept(target + ": - " + line);
            }
        }
        int more = 0;
        for (FrozenFindings.Line line : after.lines()) {
            if (!before.lines().contains(line)) {
                more++;
                heard.accept(target + ": + " + line);
            }
        }
        Path file = Approved.frozenFile(configuration, target);
        if (after.lines().isEmpty()) {
            Files.deleteIfExists(file);
        } else {
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, after.text(), StandardCharsets.UTF_8);
        }
        int less = before.lines().size() + more - after.lines().size();
        heard.accept(target + ": " + after.lines().size() + " findings frozen in " + after.file() + ", " + more
                + " added, " + less + " removed");
        left(target, result, after).forEach(line -> heard.accept(target + ": " + line));
    }

    /** What stays as it is, so that nobody believes that all is frozen. */
    private List<String> left(String target, AuditResult result, FrozenFindings after) {
        List<String> lines = new ArrayList<>();
        List<Judgement> own = result.judgements().stream()
                .filter(j -> j.target().equals(target))
                .toList();
        int unsure = own.stream()
                .mapToInt(j -> j.counts().getOrDefault(Verdict.Outcome.NO_EVIDENCE, 0))
                .sum();
        if (unsure > 0) {
            lines.add(unsure + " findings without evidence are not frozen: what could not be read may be anything");
        }
        long drift = own.stream()
                .filter(j -> j.rule().kind().equals("change") && j.fails())
                .mapToInt(j -> j.counts().getOrDefault(Verdict.Outcome.FAIL, 0))
                .sum();
        if (drift > 0) {
            lines.add(drift + " findings on drift are not frozen: accept the changes themselves, or undo them");
        }
        long stale = after.states(result.judgements(), ids()).values().stream()
                .filter(state -> state == State.GONE || state == State.UNKNOWN)
                .count();
        if (stale > 0) {
            lines.add(stale + " frozen findings are gone; take them out with --prune");
        }
        return lines;
    }
}
