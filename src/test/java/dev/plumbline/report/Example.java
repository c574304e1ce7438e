package dev.plumbline.report;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.Drift;
import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Kind;
import dev.plumbline.migration.Proof;
import dev.plumbline.rule.Bilingual;
import dev.plumbline.rule.Control;
import dev.plumbline.rule.Judgement;
import dev.plumbline.rule.Rule;
import dev.plumbline.rule.Rule.Severity;
import dev.plumbline.rule.Verdict;
import dev.plumbline.rule.Verdict.Outcome;
import dev.plumbline.rule.Waiver;
import dev.plumbline.source.Reading;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A small result with one of everything; the reports under {@code reports/examples} are written from it. */
final class Example {

    private static final String CORE = "core";
    private static final String ANALYTICS = "analytics";
    private static final String EVENTS = "events";
    private static final String PROJECT = "project";

    private Example() {}

    static AuditResult result() {
        return new AuditResult(
                "iact",
                "0.1.0",
                Instant.parse("2026-11-22T16:04:05Z"),
                23_417,
                List.of(core(), analytics(), events(), project()),
                judgements(),
                controls(),
                List.of(waiver()),
                List.of(
                        proof(ANALYTICS, "V1__metrics", Proof.Status.PROVEN),
                        proof(
                                ANALYTICS,
                                "V2__report_schedule",
                                Proof.Status.LOSSY,
                                "missing index:public.report_schedule.report_schedule_due_idx"),
                        proof(
                                CORE,
                                "users.0007_merge_profiles",
                                Proof.Status.IRREVERSIBLE,
                                "RunPython has no reverse_code"),
                        proof(CORE, "users.0008_profile_language", Proof.Status.NOT_RUN, "0007 cannot be undone")));
    }

    private static AuditResult.Target core() {
        FactPath email = FactPath.of("column", "iact", "auth_user", "email");
        FactPath hotfix = FactPath.of("table", "iact", "tmp_hotfix_20261103");
        FactPath session = FactPath.of("index", "iact", "django_session", "django_session_expire_date_idx");
        return new AuditResult.Target(
                CORE,
                "mariadb",
                "11.4.8",
                "sandbox",
                1312,
                "sha256:9c1185a5c5e9fc54612808977ee8f548b2258d31a7b2f7f7a4a3bd0d6a3e8b01",
                Coverage.of(Map.of(
                        "column", Coverage.Entry.READ,
                        "grant", new Coverage.Entry(Coverage.Status.PARTIAL, "no SELECT on mysql.global_priv"),
                        "index", Coverage.Entry.READ,
                        "sequence", new Coverage.Entry(Coverage.Status.UNSUPPORTED, "none before MariaDB 10.3"),
                        "table", Coverage.Entry.READ)),
                List.of(
                        new Reading.Statement("server.sql", "SELECT version()", 1, 410),
                        new Reading.Statement(
                                "table.sql",
                                "SELECT table_schema AS `schema`, table_name AS `table`, engine\nFROM"
                                        + " information_schema.tables\nWHERE table_type = 'BASE TABLE'",
                                27,
                                12_345),
                        new Reading.Statement("column.sql", "SELECT …\nFROM information_schema.columns", 241, 8_760)),
                Optional.of("baselines/core"),
                Optional.of(new Drift(
                        List.of(
                                Samples.changed(email, "type", "varchar(254)", "varchar(120)"),
                                new Change(
                                        Change.Type.MISSING,
                                        session,
                                        Optional.empty(),
                                        "",
                                        null,
                                        null,
                                        Kind.Impact.BREAKING,
                                        0,
                                        ""),
                                new Change(
                                        Change.Type.UNEXPECTED,
                                        hotfix,
                                        Optional.empty(),
                                        "",
                                        null,
                                        null,
                                        Kind.Impact.ADDITIVE,
                                        4,
                                        ""),
                                new Change(
                                        Change.Type.RENAMED,
                                        FactPath.of("column", "iact", "auth_user", "phone_number"),
                                        Optional.of(FactPath.of("column", "iact", "auth_user", "phone")),
                                        "",
                                        "phone",
                                        "phone_number",
                                        Kind.Impact.BREAKING,
                                        0,
                                        "same type, position and neighbours")),
                        List.of(Samples.changed(FactPath.of("table", "iact", "auth_user"), "comment", null, "Users")),
                        new TreeMap<>(Map.of("grant", "the actual side says PARTIAL")))));
    }

    private static AuditResult.Target analytics() {
        return new AuditResult.Target(
                ANALYTICS,
                "postgresql",
                "17.5",
                "jdbc:postgresql://db.example.org:5432/analytics",
                874,
                "sha256:1f3870be274f6c49b3e31a0c6728957f0c9d8e7b6a594837261504f3e2d1c0b9",
                Coverage.of(Map.of("column", Coverage.Entry.READ, "table", Coverage.Entry.READ)),
                List.of(new Reading.Statement("column.sql", "SELECT …\nFROM pg_catalog.pg_attribute", 188, 4_210)),
                Optional.of("baselines/analytics"),
                Optional.of(new Drift(List.of(), List.of(), new TreeMap<>())));
    }

    private static AuditResult.Target events() {
        return new AuditResult.Target(
                EVENTS,
                "cassandra",
                "5.0.6",
                "cql://events.example.org:9042/events?dc=dc1",
                96,
                "sha256:45c48cce2e2d7fbdea1afc51c7c6ad260b8f3a5d6e4c2b1a0f9e8d7c6b5a4938",
                Coverage.of(Map.of(
                        "keyspace", Coverage.Entry.READ,
                        "role", new Coverage.Entry(Coverage.Status.DENIED, "no SELECT on system_auth.roles"),
                        "table", Coverage.Entry.READ)),
                List.of(new Reading.Statement("table.cql", "SELECT * FROM system_schema.tables", 9, 2_950)),
                Optional.empty(),
                Optional.empty());
    }

    private static AuditResult.Target project() {
        return new AuditResult.Target(
                PROJECT,
                "project",
                "",
                "backend/",
                143,
                "sha256:c4ca4238a0b923820dcc509a6f75849b1a2b3c4d5e6f708192a3b4c5d6e7f809",
                Coverage.of(Map.of("migration", Coverage.Entry.READ, "setting", Coverage.Entry.READ)),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static List<Judgement> judgements() {
        Rule charset = rule(
                "mysql-table-not-utf8mb4",
                "mysql",
                Severity.HIGH,
                "table",
                "Table is not utf8mb4",
                "La tabla no es utf8mb4",
                "In `utf8` (three bytes) an emoji or a rare Han character is an error or a silent cut.",
                "En `utf8` (tres bytes), un emoji o un ideograma poco común es un error o un recorte silencioso.",
                "Convert the table at a quiet hour; it is rewritten.\n\n"
                        + "ALTER TABLE {path} CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;",
                "Convierta la tabla en una hora tranquila; se reescribe por completo.\n\n"
                        + "ALTER TABLE {path} CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;",
                "RNF-014");
        Rule reversible = rule(
                "migration-not-reversible",
                "migrations",
                Severity.CRITICAL,
                "migration",
                "Migration cannot be undone",
                "La migración no se puede deshacer",
                "All migrations must be reversible: without a way back a failed release ends in a restore.",
                "Todas las migraciones deben ser reversibles: sin camino de vuelta, una entrega fallida termina en"
                        + " una restauración.",
                "Give `RunPython` a `reverse_code`.\n\n```\nmigrations.RunPython(merge, reverse_code=split)\n```",
                "Dé a `RunPython` un `reverse_code`.\n\n```\nmigrations.RunPython(merge, reverse_code=split)\n```",
                "RNF-DB-001");
        Rule readers = rule(
                "cassandra-role-superuser",
                "cassandra",
                Severity.HIGH,
                "role",
                "Application role is a superuser",
                "El rol de la aplicación es superusuario",
                "A superuser bypasses every permission.",
                "Un superusuario se salta todos los permisos.",
                "ALTER ROLE app WITH SUPERUSER = false;",
                "ALTER ROLE app WITH SUPERUSER = false;",
                "RNF-021");
        Rule place = rule(
                "session-table-elsewhere",
                "sessions",
                Severity.CRITICAL,
                "table",
                "Session table is not where it belongs",
                "La tabla de sesiones no está donde corresponde",
                "RNF-002 puts sessions on MySQL; ADR-0007 puts everything but the IVR on PostgreSQL.",
                "RNF-002 sitúa las sesiones en MySQL; ADR-0007 sitúa todo menos el IVR en PostgreSQL.",
                "Decide, and withdraw one of the two documents.",
                "Decida y retire uno de los dos documentos.",
                "RNF-002",
                "ADR-0007");
        Rule timestamps = rule(
                "pg-timestamp-without-time-zone",
                "postgresql",
                Severity.MEDIUM,
                "column",
                "Timestamp without time zone",
                "Marca de tiempo sin zona horaria",
                "The moment it stands for depends on who reads it.",
                "El instante que representa depende de quién lo lea.",
                "ALTER TABLE {path} ALTER COLUMN … TYPE timestamptz USING … AT TIME ZONE 'UTC';",
                "ALTER TABLE {path} ALTER COLUMN … TYPE timestamptz USING … AT TIME ZONE 'UTC';",
                "PG-DONT-DO-THIS");
        Rule names = rule(
                "identifier-not-snake-case",
                "names",
                Severity.LOW,
                "table",
                "Identifier is not snake_case",
                "El identificador no está en snake_case",
                "Mixed case needs quotes in every query.",
                "Las mayúsculas obligan a entrecomillar en cada consulta.",
                "Rename it in a migration.",
                "Renómbrelo en una migración.",
                "F2");
        Rule budget = rule(
                "view-over-view",
                "postgresql",
                Severity.INFO,
                "view",
                "View on a view",
                "Vista sobre otra vista",
                "Planners give up on deep stacks.",
                "Los planificadores se rinden ante pilas profundas.",
                "Flatten it.",
                "Aplánela.",
                "F5");
        return List.of(
                judgement(
                        charset,
                        CORE,
                        25,
                        fails(charset, CORE, "is latin1", "es latin1", "table", "iact", "call_note"),
                        fails(charset, CORE, "is utf8mb3", "es utf8mb3", "table", "iact", "tmp_hotfix_20261103")),
                judgement(names, CORE, 27),
                judgement(
                        place,
                        CORE,
                        0,
                        verdict(
                                place,
                                CORE,
                                FactPath.of("table", "iact", "django_session"),
                                Outcome.CONFLICT,
                                new Bilingual(
                                        "RNF-002 asks for MySQL, ADR-0007 for PostgreSQL; both are in force",
                                        "RNF-002 exige MySQL y ADR-0007 PostgreSQL; ambos están vigentes"),
                                List.of(
                                        "RNF-002: docs/requisitos/RNF-002.md:14",
                                        "ADR-0007: docs/adr/0007-postgresql.md:31"),
                                Optional.empty(),
                                Optional.empty())),
                judgement(
                        timestamps,
                        ANALYTICS,
                        41,
                        verdict(
                                timestamps,
                                ANALYTICS,
                                FactPath.of("column", "public", "legacy_call", "started"),
                                Outcome.WAIVED,
                                new Bilingual(
                                        "column:public.legacy_call.started stores timestamp without time zone",
                                        "column:public.legacy_call.started guarda timestamp without time zone"),
                                List.of("column.type = timestamp without time zone"),
                                Optional.of("W-2026-004"),
                                Optional.empty())),
                judgement(names, ANALYTICS, 19),
                judgement(
                        budget,
                        ANALYTICS,
                        0,
                        verdict(
                                budget,
                                ANALYTICS,
                                FactPath.of("target", ANALYTICS),
                                Outcome.ERROR,
                                new Bilingual(
                                        "The condition needed more than 1,000,000 steps",
                                        "La condición necesitó más de 1 000 000 de pasos"),
                                List.of("rules/postgresql/view-over-view.yaml:9:11"),
                                Optional.empty(),
                                Optional.empty())),
                judgement(
                        readers,
                        EVENTS,
                        0,
                        verdict(
                                readers,
                                EVENTS,
                                FactPath.of("target", EVENTS),
                                Outcome.NO_EVIDENCE,
                                new Bilingual(
                                        "Roles could not be read: no SELECT on system_auth.roles",
                                        "No se pudieron leer los roles: falta SELECT en system_auth.roles"),
                                List.of("catalog/cassandra/role.cql"),
                                Optional.empty(),
                                Optional.empty())),
                judgement(names, EVENTS, 9),
                judgement(timestamps, EVENTS, 0),
                judgement(
                        reversible,
                        PROJECT,
                        38,
                        verdict(
                                reversible,
                                PROJECT,
                                FactPath.of("migration", "users", "0007_merge_profiles"),
                                Outcome.FAIL,
                                new Bilingual(
                                        "migration:users.0007_merge_profiles has RunPython without reverse_code",
                                        "migration:users.0007_merge_profiles tiene RunPython sin reverse_code"),
                                List.of("migration.reversible = false", "backend/users/migrations/0007_merge.py:34"),
                                Optional.empty(),
                                Optional.of(new Verdict.Location("backend/users/migrations/0007_merge.py", 34)))));
    }

    private static List<Control.Assessment> controls() {
        Bilingual none = Bilingual.NONE;
        return List.of(
                new Control.Assessment(
                        control(
                                "RNF-DB-001",
                                Control.Level.CRITICAL,
                                "Reversible migrations",
                                "Migraciones reversibles"),
                        Control.Status.NOT_COMPLIANT,
                        new Bilingual(
                                "1 of 39 migrations cannot be undone", "1 de 39 migraciones no se puede deshacer"),
                        97,
                        97),
                new Control.Assessment(
                        control("RNF-014", Control.Level.MANDATORY, "UTF-8 everywhere", "UTF-8 en todas partes"),
                        Control.Status.NOT_COMPLIANT,
                        new Bilingual("2 of 27 tables fail", "Incumplen 2 de 27 tablas"),
                        92,
                        92),
                new Control.Assessment(
                        new Control(
                                "RNF-002",
                                new Bilingual("Sessions in MySQL", "Sesiones en MySQL"),
                                "docs/requisitos/RNF-002.md",
                                Control.Level.CRITICAL,
                                100,
                                List.of("session-table-elsewhere"),
                                List.of("ADR-0007"),
                                none),
                        Control.Status.CONFLICT,
                        new Bilingual("ADR-0007 asks for the opposite", "ADR-0007 exige lo contrario"),
                        -1,
                        -1),
                new Control.Assessment(
                        new Control(
                                "ADR-0007",
                                new Bilingual("PostgreSQL for all but the IVR", "PostgreSQL para todo salvo el IVR"),
                                "docs/adr/0007-postgresql.md",
                                Control.Level.MANDATORY,
                                95,
                                List.of("session-table-elsewhere"),
                                List.of("RNF-002"),
                                none),
                        Control.Status.CONFLICT,
                        new Bilingual("RNF-002 asks for the opposite", "RNF-002 exige lo contrario"),
                        -1,
                        -1),
                new Control.Assessment(
                        control("RNF-021", Control.Level.MANDATORY, "Least privilege", "Privilegio mínimo"),
                        Control.Status.NOT_ASSESSED,
                        new Bilingual("Roles could not be read", "No se pudieron leer los roles"),
                        -1,
                        -1),
                new Control.Assessment(
                        control(
                                "PG-DONT-DO-THIS",
                                Control.Level.RECOMMENDED,
                                "PostgreSQL advice",
                                "Consejos de PostgreSQL"),
                        Control.Status.COMPLIANT,
                        none,
                        100,
                        97));
    }

    private static Control control(String id, Control.Level level, String en, String es) {
        return new Control(
                id,
                new Bilingual(en, es),
                "docs/requisitos/" + id + ".md",
                level,
                level.threshold(),
                List.of(),
                List.of(),
                new Bilingual("Only what the catalogue shows.", "Solo lo que muestra el catálogo."));
    }

    private static Waiver waiver() {
        return new Waiver(
                "W-2026-004",
                "pg-timestamp-without-time-zone",
                ANALYTICS,
                "column:public.legacy_call.*",
                "Fed by the IVR, which knows no time zones; replaced in March",
                "ana.ruiz",
                "comité-datos",
                "Reports at the change of summer time are off by an hour",
                "IACT-812",
                LocalDate.of(2026, 10, 1),
                LocalDate.of(2027, 3, 31),
                List.of(),
                "waivers.yaml:3");
    }

    private static Proof proof(String target, String migration, Proof.Status status, String... detail) {
        return new Proof(
                target,
                migration,
                "migrations/" + migration + ".sql",
                status,
                List.of(detail),
                status == Proof.Status.NOT_RUN ? 0 : 184);
    }

    private static Rule rule(
            String id,
            String pack,
            Severity severity,
            String kind,
            String titleEn,
            String titleEs,
            String whyEn,
            String whyEs,
            String fixEn,
            String fixEs,
            String... controls) {
        return new Rule(
                id,
                pack,
                "rules/" + pack + "/" + id + ".yaml",
                new Bilingual(titleEn, titleEs),
                severity,
                List.of(),
                kind,
                "",
                kind + ".name != ''",
                new Bilingual("{path}", "{path}"),
                new Bilingual(whyEn, whyEs),
                new Bilingual(fixEn, fixEs),
                List.of(controls),
                List.of("https://example.org/docs/" + id),
                Map.of(),
                true);
    }

    private static Verdict fails(Rule rule, String target, String en, String es, String kind, String... names) {
        FactPath path = FactPath.of(kind, names);
        return verdict(
                rule,
                target,
                path,
                Outcome.FAIL,
                new Bilingual(path + " " + en, path + " " + es),
                List.of(kind + ".charset = " + en.substring(3)),
                Optional.empty(),
                Optional.empty());
    }

    private static Verdict verdict(
            Rule rule,
            String target,
            FactPath path,
            Outcome outcome,
            Bilingual message,
            List<String> evidence,
            Optional<String> waiver,
            Optional<Verdict.Location> location) {
        String fingerprint = Samples.fingerprint(rule.id() + target + path);
        return new Verdict(rule.id(), target, path, outcome, message, evidence, fingerprint, waiver, location);
    }

    private static Judgement judgement(Rule rule, String target, int passed, Verdict... findings) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        if (passed > 0) {
            counts.put(Outcome.PASS, passed);
        }
        TreeMap<String, String> incomplete = new TreeMap<>();
        for (Verdict finding : findings) {
            counts.merge(finding.outcome(), 1, Integer::sum);
            if (finding.outcome() == Outcome.NO_EVIDENCE) {
                incomplete.put(rule.kind(), "no SELECT on system_auth.roles");
            }
        }
        String source = target.equals(PROJECT) ? "backend/" : "catalog/" + rule.kind() + ".sql";
        Judgement.Evidence evidence = new Judgement.Evidence(
                passed + findings.length, List.of(source), "sha256:" + Samples.fingerprint(target), incomplete);
        return new Judgement(rule, target, counts, List.of(findings), evidence);
    }
}
