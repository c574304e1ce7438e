package dev.plumbline.audit;

import dev.plumbline.audit.Configuration.Target;
import dev.plumbline.drift.Differ;
import dev.plumbline.drift.Drift;
import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.migration.Proof;
import dev.plumbline.report.AuditResult;
import dev.plumbline.rule.Accepted;
import dev.plumbline.rule.Judgement;
import dev.plumbline.rule.Project;
import dev.plumbline.rule.RuleBook;
import dev.plumbline.source.Reading;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The whole path from targets to a result. */
public final class Audit implements AutoCloseable {

    private final Configuration configuration;
    private final Progress progress;
    private final Clock clock;
    private final Workspace workspace;

    public Audit(Configuration configuration, Progress progress) {
        this(configuration, progress, Clock.systemUTC());
    }

    /** @param clock what waivers and ages are measured by */
    public Audit(Configuration configuration, Progress progress, Clock clock) {
        this.configuration = configuration;
        this.progress = progress;
        this.clock = clock;
        this.workspace = new Workspace(configuration, progress);
    }

    /**
     * Reads, compares, judges.
     *
     * @param names of targets; empty for all
     * @param prove whether migrations are also proven reversible
     * @throws dev.plumbline.fact.ProblemsException if it cannot be run; all faults of files are found before a server
     *     is started
     */
    public AuditResult run(List<String> names, boolean prove) {
        Instant start = clock.instant();
        long nanos = System.nanoTime();
        List<Target> targets = configuration.targets(names);
        Approved approved = Approved.load(configuration, targets, workspace.kinds());
        RuleBook book = approved.book();
        workspace.prepare(targets);
        progress.reading("project");
        Reading files = new ProjectReader(configuration, workspace.kinds()).read();
        List<AuditResult.Target> read = new ArrayList<>();
        List<Project.Target> judged = new ArrayList<>();
        for (Target target : targets) {
            Reading reading = workspace.read(target);
            Optional<Drift> drift = Optional.ofNullable(approved.baselines().get(target.name()))
                    .map(baseline ->
                            Differ.compare(baseline, reading.snapshot()).ignoring(configuration.ignored()));
            read.add(result(target, reading, drift));
            judged.add(new Project.Target(
                    target.name(), version(reading.snapshot()), reading.snapshot(), drift, sources(reading)));
        }
        List<Proof> proofs = List.of();
        if (prove) {
            try (Proofs prover = new Proofs(configuration, progress)) {
                proofs = prover.prove(targets.stream().map(Target::name).toList(), List.of(), proof -> {});
            }
        }
        configuration.asOf().ifPresent(moment -> progress.message("Ages and waivers are judged as of " + moment));
        progress.judging(book.rules().size());
        configuration.targets().values().stream()
                .filter(target -> !targets.contains(target))
                .forEach(target -> judged.add(notChosen(target)));
        Project project = new Project(configuration.project(), judged, files.snapshot(), sources(files));
        List<Judgement> judgements =
                book.judge(project, configuration.asOf().orElse(start), approved.accepted()).stream()
                        .filter(judgement ->
                                targets.stream().anyMatch(t -> t.name().equals(judgement.target()))
                                        || !configuration.targets().containsKey(judgement.target()))
                        .toList();
        return new AuditResult(
                configuration.project(),
                Audit.class.getPackage().getImplementationVersion() == null
                        ? "development"
                        : Audit.class.getPackage().getImplementationVersion(),
                start,
                (System.nanoTime() - nanos) / 1_000_000,
                read,
                judgements,
                book.assess(judgements),
                approved.accepted().waivers().waivers(),
                proofs,
                basis(book, approved.accepted(), judgements));
    }

    private static AuditResult.Basis basis(RuleBook book, Accepted accepted, List<Judgement> judgements) {
        Set<String> ids = new TreeSet<>();
        book.rules().forEach(rule -> ids.add(rule.id()));
        return new AuditResult.Basis(
                book.packs(),
                new TreeMap<>(accepted.frozen())
                        .values().stream().map(f -> f.summary(judgements, ids)).toList());
    }

    private AuditResult.Target result(Target target, Reading reading, Optional<Drift> drift) {
        Snapshot snapshot = reading.snapshot();
        return new AuditResult.Target(
                target.name(),
                snapshot.engine(),
                version(snapshot),
                workspace.where(target),
                snapshot.facts().size(),
                snapshot.digest(),
                snapshot.coverage(),
                reading.statements(),
                drift.map(
                        d -> configuration.root().relativize(target.baseline()).toString()),
                drift);
    }

    /** A target that this run does not read: what would have to be known of all targets is then not judged. */
    private Project.Target notChosen(Target target) {
        Map<String, Coverage.Entry> coverage = new TreeMap<>();
        Coverage.Entry excluded =
                new Coverage.Entry(Coverage.Status.EXCLUDED, "target " + target.name() + " was not chosen in this run");
        workspace.kinds().all().forEach(kind -> coverage.put(kind.name(), excluded));
        Snapshot nothing = new Snapshot(target.engine(), workspace.kinds(), List.of(), Coverage.of(coverage));
        return new Project.Target(target.name(), "", nothing, Optional.empty(), Map.of());
    }

    private static String version(Snapshot snapshot) {
        return snapshot.facts("server").stream()
                .findFirst()
                .flatMap((Fact server) -> server.text("version"))
                .orElse("");
    }

    /** Which query files gave the facts of each kind. */
    private static Map<String, List<String>> sources(Reading reading) {
        Map<String, List<String>> sources = new TreeMap<>();
        for (Reading.Statement statement : reading.statements()) {
            String kind = statement.name().replaceFirst("[+.].*", "");
            sources.computeIfAbsent(kind, k -> new ArrayList<>()).add(statement.name());
        }
        return sources;
    }

    @Override
    public void close() {
        workspace.close();
    }
}
