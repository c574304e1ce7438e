package dev.plumbline.rule;

import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Kind;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.rule.FrozenFindings.State;
import dev.plumbline.source.Catalog;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Facts about the checking itself: baselines, coverage, frozen findings, rule packs, waivers. They are made once
 * everything else is judged, and what rules find in them can be neither waived nor frozen.
 */
final class MetaFacts {

    static final MetaFacts NONE = new MetaFacts();

    /** The kinds of the folder {@code catalog/meta} but for {@code change}, which is about the database. */
    private static final Map<String, Kind> KINDS = kinds();

    private final Map<String, Map<String, List<Fact>>> byView = new HashMap<>();

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new HashMap<>();
        Catalog.load("meta").kinds().stream()
                .filter(kind -> !kind.name().equals(FactModel.CHANGE))
                .forEach(kind -> kinds.put(kind.name(), kind));
        return kinds;
    }

    static boolean isMeta(String kind) {
        return KINDS.containsKey(kind);
    }

    static boolean isMeta(Rule rule) {
        return isMeta(rule.kind());
    }

    /** By kind, for a target's name or {@code project}. */
    Map<String, List<Fact>> of(String view) {
        return byView.getOrDefault(view, Map.of());
    }

    private void add(String view, String kind, List<Fact> facts) {
        byView.computeIfAbsent(view, v -> new HashMap<>()).put(kind, facts);
    }

    /**
     * @param judgements of all other rules
     * @param waivers as facts, in the light of these
     */
    static MetaFacts of(
            Project project,
            Accepted accepted,
            RuleBook book,
            List<Judgement> judgements,
            List<Fact> waivers,
            LocalDate today) {
        MetaFacts meta = new MetaFacts();
        Set<String> rules = new TreeSet<>();
        book.rules().forEach(rule -> rules.add(rule.id()));
        for (Project.Target target : project.targets()) {
            Optional<Accepted.Baseline> baseline =
                    Optional.ofNullable(accepted.baselines().get(target.name()));
            // A target that this run did not read has none: nothing is known of it.
            if (baseline.isPresent()) {
                meta.add(target.name(), "baseline", List.of(baseline(baseline.get(), today)));
                meta.add(
                        target.name(),
                        "coverage",
                        coverage(target.snapshot(), baseline.get().snapshot().map(Snapshot::coverage), book));
                meta.addDebt(target.name(), accepted, judgements, rules, today);
            }
        }
        meta.add(FactModel.PROJECT, "coverage", coverage(project.files(), Optional.empty(), book));
        meta.addDebt(FactModel.PROJECT, accepted, judgements, rules, today);
        meta.add(FactModel.PROJECT, Waivers.KIND, waivers);
        meta.add(FactModel.PROJECT, "rule_pack", packs(book, accepted.packs()));
        return meta;
    }

    private static Kind kind(String name) {
        return java.util.Objects.requireNonNull(KINDS.get(name), name);
    }

    private static Fact baseline(Accepted.Baseline baseline, LocalDate today) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("present", baseline.snapshot().isPresent());
        values.put(
                "facts", baseline.snapshot().map(s -> (long) s.facts().size()).orElse(0L));
        String digest = baseline.snapshot().map(Snapshot::digest).orElse("");
        values.put("digest", digest);
        baseline.acceptance().ifPresent(acceptance -> {
            values.put("accepted_on", acceptance.on().toString());
            values.put("days", ChronoUnit.DAYS.between(acceptance.on(), today));
            values.put("accepted_digest", acceptance.digest());
            values.put("edited", !acceptance.digest().equals(digest));
        });
        return Fact.of(kind("baseline"), FactPath.of("baseline", baseline.folder()), values);
    }

    private static List<Fact> coverage(Snapshot snapshot, Optional<Coverage> approved, RuleBook book) {
        Set<String> kinds = new TreeSet<>(snapshot.coverage().kinds().keySet());
        approved.ifPresent(coverage -> kinds.addAll(coverage.kinds().keySet()));
        List<Fact> facts = new ArrayList<>();
        for (String name : kinds) {
            Coverage.Entry now = snapshot.coverage().of(name);
            Map<String, @Nullable Object> values = new HashMap<>();
            values.put("kind", name);
            values.put("status", word(now.status()));
            values.put("reason", now.reason());
            values.put("facts", (long) snapshot.facts(name).size());
            values.put("rules", book.rulesOn(name, snapshot.engine()));
            approved.map(coverage -> coverage.of(name).status()).ifPresent(then -> {
                values.put("approved", word(then));
                values.put("shrank", then == Coverage.Status.READ && lost(now.status()));
            });
            facts.add(Fact.of(kind("coverage"), FactPath.of("coverage", name), values));
        }
        return facts;
    }

    /** What another version of a server does not have, or what was left out on purpose, is not lost. */
    private static boolean lost(Coverage.Status status) {
        return switch (status) {
            case PARTIAL, DENIED, FAILED, NOT_ASKED -> true;
            case READ, UNSUPPORTED, EXCLUDED -> false;
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private void addDebt(
            String view, Accepted accepted, List<Judgement> judgements, Set<String> rules, LocalDate today) {
        FrozenFindings frozen = accepted.frozen().get(view);
        if (frozen == null) {
            add(view, "frozen_finding", List.of());
            add(view, "debt", List.of());
            return;
        }
        Map<FrozenFindings.Line, State> states = frozen.states(judgements, rules);
        List<Fact> lines = new ArrayList<>();
        for (FrozenFindings.Line line : frozen.lines()) {
            Map<String, @Nullable Object> values = new HashMap<>();
            values.put("rule", line.rule());
            values.put("object", line.path().toString());
            values.put("discriminator", line.discriminator());
            values.put("accepted_on", line.accepted().toString());
            values.put("days", ChronoUnit.DAYS.between(line.accepted(), today));
            values.put("later", line.later());
            values.put("state", word(java.util.Objects.requireNonNull(states.get(line))));
            values.put("file", frozen.file());
            values.put("line", (long) line.number());
            FactPath path =
                    FactPath.of("frozen_finding", line.rule(), line.path().toString(), line.discriminator());
            lines.add(Fact.of(kind("frozen_finding"), path, values));
        }
        add(view, "frozen_finding", lines);
        add(view, "debt", List.of(debt(frozen, frozen.summary(judgements, rules), today)));
    }

    private static Fact debt(FrozenFindings frozen, FrozenFindings.Summary summary, LocalDate today) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("frozen", (long) frozen.lines().size());
        values.put("first", (long) summary.first());
        values.put("later", (long) summary.later());
        for (State state : State.values()) {
            values.put(word(state), (long) summary.count(state));
        }
        summary.grownOn().ifPresent(day -> values.put("grown_on", day.toString()));
        frozen.lines().stream()
                .map(FrozenFindings.Line::accepted)
                .min(LocalDate::compareTo)
                .ifPresent(first -> {
                    values.put("accepted_on", first.toString());
                    values.put("days", ChronoUnit.DAYS.between(first, today));
                });
        values.put("file", frozen.file());
        return Fact.of(kind("debt"), FactPath.of("debt", frozen.file()), values);
    }

    private static List<Fact> packs(RuleBook book, Optional<Accepted.Packs> accepted) {
        Map<String, RulePack> now = new HashMap<>();
        book.packs().forEach(pack -> now.put(pack.name(), pack));
        Set<String> names = new TreeSet<>(now.keySet());
        accepted.ifPresent(packs -> names.addAll(packs.digests().keySet()));
        List<Fact> facts = new ArrayList<>();
        for (String name : names) {
            Optional<RulePack> pack = Optional.ofNullable(now.get(name));
            String digest = pack.map(RulePack::digest).orElse("");
            Map<String, @Nullable Object> values = new HashMap<>();
            values.put("rules", pack.map(p -> (long) p.rules()).orElse(0L));
            values.put(
                    "active",
                    book.rules().stream()
                            .filter(rule -> rule.pack().equals(name) && rule.active())
                            .count());
            values.put("digest", digest);
            values.put("places", pack.map(RulePack::places).orElse(List.of()));
            accepted.ifPresent(packs -> {
                String then = packs.digests().getOrDefault(name, "");
                values.put("accepted_on", packs.on().toString());
                values.put("accepted_digest", then);
                values.put("change", change(digest, then));
            });
            facts.add(Fact.of(kind("rule_pack"), FactPath.of("rule_pack", name), values));
        }
        return facts;
    }

    private static String change(String now, String then) {
        if (now.equals(then)) {
            return "same";
        }
        return then.isEmpty() ? "new" : now.isEmpty() ? "gone" : "changed";
    }
}
