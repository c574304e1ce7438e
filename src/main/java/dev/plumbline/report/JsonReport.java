package dev.plumbline.report;

import dev.plumbline.drift.Change;
import dev.plumbline.fact.FactPath;
import dev.plumbline.migration.Proof;
import dev.plumbline.report.words.Messages;
import dev.plumbline.rule.Bilingual;
import dev.plumbline.rule.Control;
import dev.plumbline.rule.FrozenFindings;
import dev.plumbline.rule.Judgement;
import dev.plumbline.rule.Rule;
import dev.plumbline.rule.RulePack;
import dev.plumbline.rule.Verdict;
import dev.plumbline.rule.Waiver;
import java.io.IOException;
import java.io.Writer;
import java.util.SortedMap;
import java.util.TreeMap;

/** Everything the result holds, for machines. Described by {@code schema/report.schema.json}. */
final class JsonReport implements ReportWriter.OneFile {

    @Override
    public String format() {
        return "json";
    }

    @Override
    public String file() {
        return "report.json";
    }

    @Override
    public void render(AuditResult result, Writer out) throws IOException {
        Json.object(out, json -> {
            json.field("format", "plumbline-report").field("version", 1);
            json.object("tool", () -> json.field("name", "plumbline").field("version", result.toolVersion()));
            json.field("project", result.project());
            json.field("startedAt", result.startedAt().toString()).field("millis", result.millis());
            summary(json, result);
            json.array("targets", () -> result.targets().forEach(t -> target(json, t)));
            json.array("rules", () -> rules(result).values().forEach(r -> rule(json, r)));
            json.array("judgements", () -> result.judgements().forEach(j -> judgement(json, j)));
            json.array("controls", () -> result.controls().forEach(c -> control(json, c)));
            json.array("waivers", () -> result.waivers().forEach(w -> waiver(json, w)));
            json.array("proofs", () -> result.proofs().forEach(p -> proof(json, p)));
            json.array("packs", () -> result.basis().packs().forEach(p -> pack(json, p)));
            json.array("frozen", () -> result.basis().debts().forEach(d -> debt(json, d)));
        });
    }

    /** Every rule once, by id. */
    static SortedMap<String, Rule> rules(AuditResult result) {
        SortedMap<String, Rule> rules = new TreeMap<>();
        result.judgements().forEach(j -> rules.putIfAbsent(j.rule().id(), j.rule()));
        return rules;
    }

    private static void summary(Json json, AuditResult result) {
        AuditResult.Totals totals = result.totals();
        json.object("summary", () -> {
            json.field("outcome", result.outcome().word()).field("exitCode", result.exitCode());
            json.field("rules", totals.rules()).field("factsJudged", totals.facts());
            json.field("changes", totals.changes());
            json.object("judgements", () -> {
                for (Verdict.Outcome outcome : Verdict.Outcome.values()) {
                    json.field(outcome.word(), totals.judgements(outcome));
                }
            });
            json.object("findings", () -> {
                for (Verdict.Outcome outcome : Verdict.Outcome.values()) {
                    if (outcome != Verdict.Outcome.PASS && outcome != Verdict.Outcome.NOT_APPLICABLE) {
                        json.field(outcome.word(), totals.findings(outcome));
                    }
                }
            });
            json.object("failing", () -> {
                for (Rule.Severity severity : Rule.Severity.values()) {
                    json.field(Messages.word(severity), totals.failing(severity));
                }
            });
        });
    }

    private static void target(Json json, AuditResult.Target target) {
        json.item(() -> {
            json.field("name", target.name()).field("engine", target.engine());
            json.field("serverVersion", target.version()).field("where", target.where());
            json.field("facts", target.facts()).field("digest", target.digest());
            json.object(
                    "coverage",
                    () -> target.coverage()
                            .kinds()
                            .forEach((kind, entry) -> json.object(
                                    kind,
                                    () -> json.field("status", Messages.word(entry.status()))
                                            .field("reason", entry.reason()))));
            json.array(
                    "statements",
                    () -> target.statements()
                            .forEach(s -> json.item(() -> json.field("name", s.name())
                                    .field("text", s.text())
                                    .field("rows", s.rows())
                                    .field("micros", s.micros()))));
            json.value("baseline", target.baseline().orElse(null));
            target.drift()
                    .ifPresentOrElse(
                            drift -> json.object("drift", () -> {
                                json.array("changes", () -> drift.changes().forEach(c -> change(json, c)));
                                json.array("ignored", () -> drift.ignored().forEach(c -> change(json, c)));
                                json.value("uncompared", drift.uncompared());
                            }),
                            () -> json.value("drift", null));
        });
    }

    private static void change(Json json, Change change) {
        json.item(() -> json.field("type", change.type().word())
                .field("path", change.path().toString())
                .value("from", change.from().map(FactPath::toString).orElse(null))
                .value("attribute", change.attribute().isEmpty() ? null : change.attribute())
                .value("before", change.before())
                .value("after", change.after())
                .field("impact", Messages.word(change.impact()))
                .field("parts", change.parts())
                .field("reason", change.reason()));
    }

    private static void rule(Json json, Rule rule) {
        json.item(() -> {
            json.field("id", rule.id()).field("pack", rule.pack()).field("file", rule.file());
            both(json, "title", rule.title());
            json.field("severity", Messages.word(rule.severity())).strings("engines", rule.engines());
            json.field("for", rule.kind()).field("when", rule.when()).field("assert", rule.assertion());
            both(json, "why", rule.why());
            both(json, "fix", rule.fix());
            json.strings("controls", rule.controls()).strings("references", rule.references());
            json.value("parameters", rule.parameters());
        });
    }

    private static void judgement(Json json, Judgement judgement) {
        json.item(() -> {
            json.field("rule", judgement.rule().id()).field("target", judgement.target());
            json.field("outcome", judgement.outcome().word());
            json.object(
                    "counts", () -> judgement.counts().forEach((outcome, count) -> json.field(outcome.word(), count)));
            Judgement.Evidence evidence = judgement.evidence();
            json.object(
                    "evidence",
                    () -> json.field("facts", evidence.facts())
                            .strings("sources", evidence.sources())
                            .field("digest", evidence.digest())
                            .value("incomplete", evidence.incomplete()));
            json.array("findings", () -> judgement.findings().forEach(f -> finding(json, f)));
        });
    }

    private static void finding(Json json, Verdict finding) {
        json.item(() -> {
            json.field("path", finding.path().toString())
                    .field("outcome", finding.outcome().word());
            both(
                    json,
                    "message",
                    new Bilingual(finding.message().en(), Messages.in("es").message(finding)));
            if (!finding.fix().en().isBlank()) {
                both(json, "fix", finding.fix());
            }
            json.strings("evidence", finding.evidence()).field("fingerprint", finding.fingerprint());
            finding.waiver().ifPresent(w -> json.field("waiver", w));
            finding.location()
                    .ifPresent(l -> json.object(
                            "location", () -> json.field("file", l.file()).field("line", l.line())));
        });
    }

    private static void control(Json json, Control.Assessment assessment) {
        Control control = assessment.control();
        json.item(() -> {
            json.field("id", control.id());
            both(json, "title", control.title());
            json.field("source", control.source()).field("level", Messages.word(control.level()));
            json.field("threshold", control.threshold());
            json.field("status", assessment.status().word());
            both(json, "reason", assessment.reason());
            json.value("score", assessment.score() < 0 ? null : assessment.score());
            json.value(
                    "scoreWithoutWaivers",
                    assessment.scoreWithoutWaivers() < 0 ? null : assessment.scoreWithoutWaivers());
            json.strings("rules", control.rules()).strings("conflictsWith", control.conflictsWith());
            both(json, "limits", control.limits());
        });
    }

    private static void waiver(Json json, Waiver waiver) {
        json.item(() -> {
            json.field("id", waiver.id())
                    .field("rule", waiver.rule())
                    .field("target", waiver.target())
                    .field("path", waiver.path())
                    .field("reason", waiver.reason())
                    .field("owner", waiver.owner())
                    .field("approver", waiver.approver())
                    .field("risk", waiver.risk())
                    .field("ticket", waiver.ticket())
                    .field("file", waiver.file());
            // Without a date there is none to tell; a rule reports that it is missing.
            if (!waiver.missing().contains("created")) {
                json.field("created", waiver.created().toString());
            }
            if (!waiver.missing().contains("expires")) {
                json.field("expires", waiver.expires().toString());
            }
        });
    }

    private static void pack(Json json, RulePack pack) {
        json.item(() -> json.field("name", pack.name())
                .field("rules", pack.rules())
                .field("digest", pack.digest())
                .strings("places", pack.places()));
    }

    private static void debt(Json json, FrozenFindings.Summary debt) {
        json.item(() -> {
            json.field("target", debt.target()).field("file", debt.file());
            json.field("first", debt.first()).field("later", debt.later());
            json.value("grownOn", debt.grownOn().map(Object::toString).orElse(null));
            for (FrozenFindings.State state : FrozenFindings.State.values()) {
                json.field(Messages.word(state), debt.count(state));
            }
        });
    }

    private static void proof(Json json, Proof proof) {
        json.item(() -> json.field("target", proof.target())
                .field("migration", proof.migration())
                .field("file", proof.file())
                .field("status", proof.status().word())
                .strings("detail", proof.detail())
                .field("millis", proof.millis()));
    }

    private static void both(Json json, String name, Bilingual text) {
        json.object(name, () -> json.field("en", text.en()).field("es", text.es()));
    }
}
