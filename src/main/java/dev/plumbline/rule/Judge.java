package dev.plumbline.rule;

import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.rule.Verdict.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Judges one target by one rule. An error of the rule is a verdict, never an exception. */
final class Judge {

    /** Facts that the message of a threshold names. */
    private static final int NAMED = 5;

    /** Facts that its evidence lists. */
    private static final int LISTED = 200;

    private final CompiledRule rule;
    private final World.View view;
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private final List<Verdict> findings = new ArrayList<>();
    private final SortedMap<String, String> incomplete = new TreeMap<>();

    private Judge(CompiledRule rule, World.View view) {
        this.rule = rule;
        this.view = view;
    }

    /** The targets a rule is about. */
    static List<World.View> views(CompiledRule rule, World world) {
        String kind = rule.rule().kind();
        if (kind.equals(FactModel.PROJECT)) {
            return List.of(world.project());
        }
        List<String> engines = rule.rule().engines();
        List<World.View> all = new ArrayList<>(world.targets());
        if (!kind.equals(FactModel.TARGET)) {
            all.add(world.project());
        }
        if (!engines.isEmpty()) {
            return all.stream().filter(v -> engines.contains(v.engine())).toList();
        }
        if (kind.equals(FactModel.TARGET) || kind.equals(FactModel.CHANGE)) {
            return world.targets();
        }
        List<World.View> asked = all.stream()
                .filter(v -> v.coverage(kind).status() != Coverage.Status.NOT_ASKED)
                .toList();
        // If nobody looked, that is said once, for the project.
        return asked.isEmpty() ? List.of(world.project()) : asked;
    }

    static Judgement judge(CompiledRule rule, World.View view) {
        return new Judge(rule, view).judge();
    }

    private Judgement judge() {
        String kind = rule.rule().kind();
        boolean whole = RuleLoader.isWhole(kind);
        Coverage.Entry coverage = whole ? Coverage.Entry.READ : view.coverage(kind);
        List<Node> nodes = whole ? List.of(view.node()) : view.nodes(kind);
        if (coverage.status() != Coverage.Status.READ) {
            incomplete.put(kind, reason(coverage));
        }
        if (leftOut()) {
            counts.putIfAbsent(Outcome.NOT_APPLICABLE, 0);
        } else if (coverage.status() != Coverage.Status.UNSUPPORTED || !nodes.isEmpty()) {
            judge(nodes, coverage);
        }
        return new Judgement(
                rule.rule(),
                view.name(),
                counts,
                findings,
                new Judgement.Evidence(
                        whole ? 0 : nodes.size(), sources(kind), view.snapshot().digest(), incomplete));
    }

    private List<String> sources(String kind) {
        List<String> sources = new ArrayList<>(view.sources(kind));
        for (String touched : new java.util.TreeSet<>(rule.kinds())) {
            view.sources(plain(touched)).stream()
                    .filter(s -> !sources.contains(s))
                    .forEach(sources::add);
        }
        return sources;
    }

    private void judge(List<Node> nodes, Coverage.Entry coverage) {
        String whenGap = gap(rule.whenKinds());
        String gap = gap(rule.kinds());
        int undecidable = 0;
        int applicable = 0;
        Conditions conditions = new Conditions(rule, view.node());
        for (Node node : nodes) {
            try {
                if (!whenGap.isEmpty()) {
                    undecidable++;
                } else if (!conditions.applies(node)) {
                    count(Outcome.NOT_APPLICABLE);
                } else {
                    applicable++;
                    if (!gap.isEmpty()) {
                        undecidable++;
                    } else {
                        decide(conditions, node);
                    }
                }
            } catch (EvalError.NotRead e) {
                add(Outcome.NO_EVIDENCE, node, Texts.plain(String.valueOf(e.getMessage())));
            } catch (EvalError e) {
                add(Outcome.ERROR, node, Texts.broken(String.valueOf(e.getMessage())));
            }
        }
        rule.threshold().ifPresent(threshold -> weigh(threshold, coverage));
        if (undecidable > 0) {
            addForTarget(
                    Outcome.NO_EVIDENCE,
                    "undecidable",
                    Texts.undecidable(undecidable, whenGap.isEmpty() ? gap : whenGap));
        }
        if (coverage.status() != Coverage.Status.READ) {
            addForTarget(Outcome.NO_EVIDENCE, "unread", Texts.unread(rule.rule().kind(), nodes.size(), coverage));
        } else if (applicable == 0 && undecidable == 0 && findings.isEmpty()) {
            empty();
        }
    }

    /**
     * One verdict instead of one for each fact. Facts that could not be judged decide it only if they cannot: what
     * would fail even if all of them held fails, and what would hold even if none did holds.
     */
    private void weigh(Threshold threshold, Coverage.Entry coverage) {
        int passing = counts.getOrDefault(Outcome.PASS, 0);
        int failing = counts.getOrDefault(Outcome.FAIL, 0);
        int open = counts.getOrDefault(Outcome.NO_EVIDENCE, 0);
        if (passing + failing + open == 0) {
            return;
        }
        List<Verdict> failed =
                findings.stream().filter(f -> f.outcome() == Outcome.FAIL).toList();
        boolean fails = threshold.exceeded(passing + open, failing);
        boolean holds = !threshold.exceeded(passing, failing + open) && coverage.status() == Coverage.Status.READ;
        counts.remove(Outcome.PASS);
        counts.remove(Outcome.FAIL);
        findings.removeAll(failed);
        if (fails) {
            addWeighed(threshold.message(passing, failing, paths(failed)), failed);
        } else if (holds) {
            counts.remove(Outcome.NO_EVIDENCE);
            findings.removeIf(f -> f.outcome() == Outcome.NO_EVIDENCE);
            count(Outcome.PASS);
        }
    }

    private static List<String> paths(List<Verdict> findings) {
        return findings.stream().limit(NAMED).map(f -> f.path().toString()).toList();
    }

    private void addWeighed(Bilingual message, List<Verdict> failed) {
        count(Outcome.FAIL);
        FactPath path = FactPath.of(FactModel.TARGET, view.name());
        findings.add(new Verdict(
                rule.rule().id(),
                view.name(),
                path,
                Outcome.FAIL,
                message,
                failed.stream()
                        .limit(LISTED)
                        .map(f -> f.path() + ": " + f.message().en())
                        .toList(),
                Fingerprint.of(rule.rule().id(), view.name(), path, "threshold"),
                Optional.empty(),
                Optional.empty(),
                Bilingual.NONE,
                "threshold"));
    }

    private void decide(Conditions conditions, Node node) {
        if (conditions.undecided(node)) {
            add(Outcome.NO_EVIDENCE, node, reason(node, Texts.UNDECIDED));
        } else if (conditions.conflict(node)) {
            add(Outcome.CONFLICT, node, reason(node, Texts.CONFLICT));
        } else if (conditions.holds(node)) {
            count(Outcome.PASS);
        } else {
            add(Outcome.FAIL, node, rule.texts().message().fill(node));
        }
    }

    private Bilingual reason(Node node, Bilingual otherwise) {
        return rule.texts().reason().map(r -> r.fill(node)).orElse(otherwise);
    }

    private void empty() {
        switch (rule.empty()) {
            case PASS -> count(Outcome.PASS);
            case FAIL, NO_EVIDENCE ->
                addForTarget(rule.empty(), "nothing", Texts.nothing(rule.rule().kind()));
            default -> counts.putIfAbsent(Outcome.NOT_APPLICABLE, 0);
        }
    }

    /** Whether the rule needs facts that were left out on purpose: then it is about nothing here. */
    private boolean leftOut() {
        List<String> kinds = new ArrayList<>(rule.kinds());
        if (!RuleLoader.isWhole(rule.rule().kind())) {
            kinds.add(rule.rule().kind());
        }
        for (String touched : kinds) {
            String excluded = Gaps.excluded(views(touched), plain(touched));
            if (!excluded.isEmpty()) {
                incomplete.put(plain(touched), excluded);
            }
        }
        return kinds.stream()
                .anyMatch(touched ->
                        !Gaps.excluded(views(touched), plain(touched)).isEmpty());
    }

    private List<World.View> views(String touched) {
        boolean everywhere = touched.startsWith(Expression.EVERYWHERE)
                || view == view.world().project();
        return everywhere ? view.world().views() : List.of(view);
    }

    private String gap(Collection<String> kinds) {
        String first = "";
        for (String touched : kinds) {
            String kind = plain(touched);
            String gap = Gaps.of(views(touched), kind);
            if (!gap.isEmpty()) {
                incomplete.put(kind, gap);
                first = first.isEmpty() ? gap : first;
            }
        }
        return first;
    }

    private static String plain(String touched) {
        return touched.startsWith(Expression.EVERYWHERE) ? touched.substring(1) : touched;
    }

    private static String reason(Coverage.Entry entry) {
        return entry.reason().isEmpty() ? Gaps.word(entry.status()) : entry.reason();
    }

    private void count(Outcome outcome) {
        counts.merge(outcome, 1, Integer::sum);
    }

    /** @param about tells it from a finding on the target's own path, and from others of its kind */
    private void addForTarget(Outcome outcome, String about, Bilingual message) {
        count(outcome);
        FactPath path = FactPath.of(FactModel.TARGET, view.name());
        findings.add(new Verdict(
                rule.rule().id(),
                view.name(),
                path,
                outcome,
                message,
                List.of(),
                Fingerprint.of(rule.rule().id(), view.name(), path, about),
                Optional.empty(),
                Optional.empty(),
                Bilingual.NONE,
                about));
    }

    private void add(Outcome outcome, Node node, Bilingual message) {
        count(outcome);
        Fact fact = node.factOrNull();
        FactPath path = fact == null
                ? FactPath.of(FactModel.TARGET, view.name())
                : isChange(fact) ? FactPath.parse(node.path()) : fact.path();
        String discriminator = discriminator(node);
        findings.add(new Verdict(
                rule.rule().id(),
                view.name(),
                path,
                outcome,
                message,
                fact == null ? List.of() : evidence(fact),
                Fingerprint.of(rule.rule().id(), view.name(), path, discriminator),
                Optional.empty(),
                Optional.ofNullable(fact).flatMap(Judge::location),
                outcome == Outcome.FAIL ? EngineLines.of(rule.texts().fix().fill(node), view.engine()) : Bilingual.NONE,
                discriminator));
    }

    private static boolean isChange(Fact fact) {
        return fact.kind().name().equals(FactModel.CHANGE);
    }

    private String discriminator(Node node) {
        Fact fact = node.factOrNull();
        String own = rule.conditions()
                .discriminator()
                .map(d -> {
                    try {
                        return CelValues.text(d.eval(node));
                    } catch (EvalError e) {
                        return "";
                    }
                })
                .orElse("");
        return fact != null && isChange(fact) ? fact.name() + " " + own : own;
    }

    private List<String> evidence(Fact fact) {
        List<String> lines = new ArrayList<>();
        for (String name : rule.attributes()) {
            if (fact.kind().slot(name).isPresent()) {
                @Nullable Object value = fact.get(name);
                lines.add(name + " = " + (value == null ? "(none)" : CelValues.text(value)));
            }
        }
        return lines;
    }

    /** By convention what is read from a file has the attributes {@code file} and {@code line}. */
    private static Optional<Verdict.Location> location(Fact fact) {
        return fact.text("file")
                .map(file -> new Verdict.Location(file, fact.get("line") instanceof Long line ? line.intValue() : 0));
    }

    /** The conditions of a rule with what their evaluation needs, so that it is made once for all facts. */
    private static final class Conditions {
        private final CompiledRule.Conditions conditions;
        private final @Nullable Frame when;
        private final Frame assertion;
        private final @Nullable Frame undecided;
        private final @Nullable Frame conflict;

        Conditions(CompiledRule rule, Node any) {
            conditions = rule.conditions();
            when = conditions.when().map(e -> e.frame(any)).orElse(null);
            assertion = conditions.assertion().frame(any);
            undecided = conditions.undecided().map(e -> e.frame(any)).orElse(null);
            conflict = conditions.conflict().map(e -> e.frame(any)).orElse(null);
        }

        boolean applies(Node node) {
            return when == null || conditions.when().orElseThrow().code().test(when.on(node));
        }

        boolean undecided(Node node) {
            return undecided != null
                    && conditions.undecided().orElseThrow().code().test(undecided.on(node));
        }

        boolean conflict(Node node) {
            return conflict != null
                    && conditions.conflict().orElseThrow().code().test(conflict.on(node));
        }

        boolean holds(Node node) {
            return conditions.assertion().code().test(assertion.on(node));
        }
    }
}
