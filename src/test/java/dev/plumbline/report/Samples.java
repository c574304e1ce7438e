package dev.plumbline.report;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.Drift;
import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Kind;
import dev.plumbline.migration.Proof;
import dev.plumbline.rule.Bilingual;
import dev.plumbline.rule.Control;
import dev.plumbline.rule.FrozenFindings;
import dev.plumbline.rule.Judgement;
import dev.plumbline.rule.Rule;
import dev.plumbline.rule.RulePack;
import dev.plumbline.rule.Verdict;
import dev.plumbline.rule.Verdict.Outcome;
import dev.plumbline.rule.Waiver;
import dev.plumbline.source.HostileNames;
import dev.plumbline.source.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Results of every shape a report has to stand. */
final class Samples {

    static final String HOSTILE =
            "</script><script>alert(1)</script> \"quoted\" 'single' ]]> --> `tick` | pipe \\ & <b>\n"
                    + "second line\r\n::error::injected %0A \u0000\u0007\u001b[31mred\u001b[0m \u202egnp.exe \ud83d\ude80 \ufffe \ud800 "
                    + "${jndi:x} {{ }} <!-- [link](javascript:alert(1)) \u2028 ñandú";

    private static final String DIGEST = "sha256:5f2b6c0c7b1b0e3b6c3f2a1d9e8f7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f";

    private Samples() {}

    /** By name, in the order in which the contract test goes through them. */
    static Map<String, AuditResult> all() {
        Map<String, AuditResult> all = new LinkedHashMap<>();
        all.put("empty", result(List.of(), List.of()));
        all.put("one", one(Outcome.FAIL));
        for (Outcome outcome :
                List.of(Outcome.WAIVED, Outcome.FROZEN, Outcome.NO_EVIDENCE, Outcome.CONFLICT, Outcome.ERROR)) {
            all.put(outcome.word(), one(outcome));
        }
        all.put("passed", result(List.of(target("shop")), List.of(judgement(rule("quiet"), "shop", 12, List.of()))));
        all.put("many", Example.result());
        all.put("hostile", hostile());
        all.put("hostile names", hostileNames());
        all.put("ten thousand", huge(10_000));
        return all;
    }

    static AuditResult one(Outcome outcome) {
        Rule rule = rule("pg-timestamp-without-time-zone");
        Verdict finding = finding(rule, "shop", FactPath.of("column", "public", "orders", "created"), outcome);
        return result(List.of(target("shop")), List.of(judgement(rule, "shop", 3, List.of(finding))));
    }

    static AuditResult hostile() {
        Bilingual text = new Bilingual(HOSTILE, HOSTILE);
        Rule rule = new Rule(
                "rule<\">" + "x".repeat(200),
                "pack]]>",
                "rules/" + HOSTILE,
                text,
                Rule.Severity.CRITICAL,
                List.of(HOSTILE),
                "table",
                HOSTILE,
                HOSTILE,
                text,
                text,
                new Bilingual("```\n" + HOSTILE + "\n```", HOSTILE),
                List.of(HOSTILE, "C-1"),
                List.of("javascript:alert(1)", "https://example.org/?a=1&b=\"2\"", "data:text/html,<script>", HOSTILE),
                Map.of("limit", 7L, HOSTILE, List.of(HOSTILE)),
                true);
        FactPath path = FactPath.of("table", HOSTILE, "n".repeat(500));
        Verdict fails = new Verdict(
                rule.id(),
                HOSTILE,
                path,
                Outcome.FAIL,
                text,
                List.of(HOSTILE, "x".repeat(3000)),
                HOSTILE,
                Optional.empty(),
                Optional.of(new Verdict.Location("a b/%:,\n" + HOSTILE, 3)));
        Verdict waived =
                new Verdict(rule.id(), HOSTILE, path, Outcome.WAIVED, text, List.of(), HOSTILE, Optional.of("W\"<1>"));
        Judgement.Evidence evidence = new Judgement.Evidence(
                2, List.of(HOSTILE), DIGEST, new TreeMap<>(Map.of("table", HOSTILE, "trigger", HOSTILE)));
        Judgement judgement = new Judgement(
                rule, HOSTILE, Map.of(Outcome.FAIL, 1, Outcome.WAIVED, 1), List.of(fails, waived), evidence);
        LocalDate day = LocalDate.of(2026, 11, 1);
        Waiver waiver = new Waiver(
                "W\"<1>", rule.id(), HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, day, day, List.of(),
                HOSTILE);
        Control control = new Control(
                HOSTILE, text, HOSTILE, Control.Level.CRITICAL, 100, List.of(rule.id()), List.of(HOSTILE), text);
        AuditResult.Target target = new AuditResult.Target(
                HOSTILE,
                HOSTILE,
                HOSTILE,
                HOSTILE,
                2,
                DIGEST,
                Coverage.of(Map.of("table", new Coverage.Entry(Coverage.Status.DENIED, HOSTILE))),
                List.of(new Reading.Statement(HOSTILE, HOSTILE, 2, 17)),
                Optional.of(HOSTILE),
                Optional.of(drift(HOSTILE)));
        return new AuditResult(
                HOSTILE,
                "0.1.0",
                Instant.parse("2026-11-22T16:00:00Z"),
                12,
                List.of(target),
                List.of(judgement),
                List.of(new Control.Assessment(control, Control.Status.CONFLICT, text, 50, 0)),
                List.of(waiver),
                List.of(new Proof(HOSTILE, HOSTILE, HOSTILE, Proof.Status.LOSSY, List.of(HOSTILE), 5)),
                basis(HOSTILE));
    }

    /** Debt that grew, and one pack. */
    private static AuditResult.Basis basis(String name) {
        return new AuditResult.Basis(
                List.of(new RulePack(name, 1, DIGEST, List.of(name))),
                List.of(new FrozenFindings.Summary(
                        name,
                        name,
                        2,
                        1,
                        Optional.of(LocalDate.of(2026, 11, 1)),
                        Map.of(FrozenFindings.State.FOUND, 3))));
    }

    /** Findings and changes at paths of names that end a quote, a line or a markup too early. */
    static AuditResult hostileNames() {
        Rule rule = rule("hostile-name");
        List<Verdict> verdicts = new ArrayList<>();
        List<AuditResult.Target> targets = new ArrayList<>();
        for (String name : HostileNames.all()) {
            FactPath path = FactPath.of("column", name, name, name);
            verdicts.add(finding(rule, name, path, Outcome.FAIL));
            Drift drift = new Drift(List.of(changed(path, "default", name, List.of(name))), List.of(), new TreeMap<>());
            AuditResult.Target plain = target("target " + targets.size());
            targets.add(new AuditResult.Target(
                    plain.name(),
                    plain.engine(),
                    plain.version(),
                    plain.where(),
                    plain.facts(),
                    plain.digest(),
                    plain.coverage(),
                    plain.statements(),
                    plain.baseline(),
                    Optional.of(drift)));
        }
        return result(targets, List.of(judgement(rule, "shop", 1, verdicts)));
    }

    static AuditResult huge(int findings) {
        Rule rule = rule("table-without-comment");
        List<Verdict> verdicts = IntStream.range(0, findings)
                .mapToObj(i -> finding(rule, "shop", FactPath.of("table", "public", "t" + (100_000 + i)), Outcome.FAIL))
                .toList();
        return result(List.of(target("shop")), List.of(judgement(rule, "shop", 5, verdicts)));
    }

    static AuditResult result(List<AuditResult.Target> targets, List<Judgement> judgements) {
        return new AuditResult(
                "shop",
                "0.1.0",
                Instant.parse("2026-11-22T16:00:00Z"),
                4321,
                targets,
                judgements,
                List.of(),
                List.of(),
                List.of(),
                basis("shop"));
    }

    static AuditResult.Target target(String name) {
        return new AuditResult.Target(
                name,
                "postgresql",
                "17.5",
                "sandbox",
                240,
                DIGEST,
                Coverage.of(Map.of("column", Coverage.Entry.READ, "table", Coverage.Entry.READ)),
                List.of(new Reading.Statement("column.sql", "SELECT 1", 200, 3400)),
                Optional.of("baselines/" + name),
                Optional.of(new Drift(List.of(), List.of(), new TreeMap<>())));
    }

    static Rule rule(String id) {
        return new Rule(
                id,
                "postgresql",
                "rules/postgresql/" + id + ".yaml",
                new Bilingual("Title of " + id, "Título de " + id),
                Rule.Severity.MEDIUM,
                List.of("postgresql"),
                "column",
                "",
                "column.type != 'x'",
                new Bilingual("{path} is so", "{path} es así"),
                new Bilingual("It harms.", "Hace daño."),
                new Bilingual(
                        "Change it.\n\nALTER TABLE t ALTER c TYPE d;", "Cámbielo.\n\nALTER TABLE t ALTER c TYPE d;"),
                List.of("RNF-002"),
                List.of("https://wiki.postgresql.org/wiki/Don't_Do_This"),
                Map.of(),
                true);
    }

    static Verdict finding(Rule rule, String target, FactPath path, Outcome outcome) {
        return new Verdict(
                rule.id(),
                target,
                path,
                outcome,
                new Bilingual(path + " is so", path + " es así"),
                List.of("type = timestamp without time zone"),
                fingerprint(rule.id() + target + path),
                outcome == Outcome.WAIVED ? Optional.of("W-1") : Optional.empty());
    }

    static String fingerprint(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }

    static Judgement judgement(Rule rule, String target, int passed, List<Verdict> findings) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        if (passed > 0) {
            counts.put(Outcome.PASS, passed);
        }
        findings.forEach(f -> counts.merge(f.outcome(), 1, Integer::sum));
        return new Judgement(
                rule,
                target,
                counts,
                findings,
                new Judgement.Evidence(
                        passed + findings.size(),
                        List.of("catalog/postgresql/" + rule.kind() + ".sql"),
                        DIGEST,
                        new TreeMap<>()));
    }

    private static Drift drift(String text) {
        FactPath path = FactPath.of("column", text, text, text);
        return new Drift(
                List.of(
                        changed(path, text, text, List.of(text)),
                        new Change(
                                Change.Type.RENAMED,
                                path,
                                Optional.of(path),
                                "",
                                text,
                                text,
                                Kind.Impact.BREAKING,
                                3,
                                text)),
                List.of(changed(path, text, null, new TreeMap<>(Map.of(text, text)))),
                new TreeMap<>(Map.of("grant", text)));
    }

    static Change changed(FactPath path, String attribute, @Nullable Object before, @Nullable Object after) {
        return new Change(
                Change.Type.CHANGED, path, Optional.empty(), attribute, before, after, Kind.Impact.BREAKING, 0, "");
    }
}
