package dev.plumbline.rule;

import dev.plumbline.fact.Fact;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinTask;

/**
 * Judges a project: first by the rules on what was read, then, in the light of what people accepted, by the rules on
 * the checking itself.
 */
final class Trial {

    private final RuleBook book;
    private final Map<String, Set<String>> rulesOf;
    private final Set<String> controls;

    /**
     * @param rulesOf what a waiver may name: rules, each with itself, and controls with their rules
     * @param controls ids
     */
    Trial(RuleBook book, Map<String, Set<String>> rulesOf, Set<String> controls) {
        this.book = book;
        this.rulesOf = rulesOf;
        this.controls = controls;
    }

    List<Judgement> judge(Project project, Instant now, Accepted accepted) {
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        Waivers waivers = accepted.waivers();
        Waivers.Bounds bounds = new Waivers.Bounds(rulesOf, controls, months());
        Waivers.Applied applied = waivers.apply(judge(new World(project, now), active(false)), bounds, today);
        List<Judgement> judged = FrozenFindings.apply(applied.judgements(), accepted.frozen());
        List<Fact> waiverFacts = waivers.facts(applied.matched(), bounds, today);
        MetaFacts meta = MetaFacts.of(project, accepted, book, judged, waiverFacts, today);
        List<Judgement> all = new ArrayList<>(judged);
        all.addAll(judge(new World(project, now, meta), active(true)));
        List<String> order = new ArrayList<>();
        project.targets().forEach(t -> order.add(t.name()));
        order.add(FactModel.PROJECT);
        all.sort(Comparator.comparingInt((Judgement j) -> order.indexOf(j.target()))
                .thenComparing(j -> j.rule().id()));
        return List.copyOf(all);
    }

    /** How long a waiver may be is a parameter of the rule that reports those that are longer. */
    private int months() {
        return book.rules().stream()
                .filter(rule -> rule.id().equals("waiver-too-long"))
                .flatMap(rule -> Optional.ofNullable(rule.parameters().get("months")).stream())
                .map(months -> ((Long) months).intValue())
                .findFirst()
                .orElse(Waivers.MONTHS);
    }

    private List<CompiledRule> active(boolean meta) {
        return book.compiled().stream()
                .filter(r -> r.rule().active() && isMeta(r) == meta)
                .toList();
    }

    private boolean isMeta(CompiledRule rule) {
        return MetaFacts.isMeta(rule.rule())
                || book.kinds(rule.rule().id()).stream().anyMatch(MetaFacts::isMeta);
    }

    private static List<Judgement> judge(World world, Collection<CompiledRule> rules) {
        List<World.View> order = new ArrayList<>(world.targets());
        order.add(world.project());
        List<Task> tasks = new ArrayList<>();
        for (World.View view : order) {
            for (CompiledRule rule : rules) {
                if (Judge.views(rule, world).contains(view)) {
                    tasks.add(new Task(rule, view));
                }
            }
        }
        // One by one, for a few rules take most of the time: a stream would hand out a quarter of them at once.
        List<ForkJoinTask<Judgement>> judged = tasks.stream()
                .map(task -> ForkJoinTask.adapt(() -> Judge.judge(task.rule(), task.view())))
                .toList();
        return ForkJoinTask.invokeAll(judged).stream().map(ForkJoinTask::join).toList();
    }

    private record Task(CompiledRule rule, World.View view) {}
}
