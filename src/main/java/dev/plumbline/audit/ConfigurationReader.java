package dev.plumbline.audit;

import dev.plumbline.audit.Configuration.Fixture;
import dev.plumbline.audit.Configuration.Live;
import dev.plumbline.audit.Configuration.Migrations;
import dev.plumbline.audit.Configuration.ProjectFiles;
import dev.plumbline.audit.Configuration.Reports;
import dev.plumbline.audit.Configuration.Rules;
import dev.plumbline.audit.Configuration.Target;
import dev.plumbline.drift.Aspect;
import dev.plumbline.drift.IgnoreRule;
import dev.plumbline.fact.Kind;
import dev.plumbline.fact.Kinds;
import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.rule.Rule;
import dev.plumbline.source.Catalog;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.OwnQuery;
import dev.plumbline.yaml.YamlFile;
import dev.plumbline.yaml.YamlMap;
import dev.plumbline.yaml.YamlValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code plumbline.yaml}; all faults are found before one is reported. */
final class ConfigurationReader {

    static final List<String> ENGINES = List.of("postgresql", "mysql", "mariadb", "cassandra");
    private static final List<String> OWN_QUERIES = List.of("postgresql", "mysql", "mariadb", "cassandra");
    private static final List<String> TOOLS = List.of("flyway", "sql", "cql");

    private final Path root;
    private final Map<String, String> environment;
    private final List<Problem> problems;

    private ConfigurationReader(Path root, Map<String, String> environment, List<Problem> problems) {
        this.root = root;
        this.environment = environment;
        this.problems = problems;
    }

    /**
     * @param environment for secrets and for {@code PLUMBLINE_<TARGET>_URL}
     * @throws ProblemsException with all faults of the file
     */
    static Configuration read(Path file, Map<String, String> environment) {
        List<Problem> problems = new ArrayList<>();
        Path root = Optional.ofNullable(file.toAbsolutePath().normalize().getParent())
                .orElseThrow();
        Optional<YamlMap> map = YamlFile.read(file, String.valueOf(file), problems);
        if (map.isEmpty()) {
            throw new ProblemsException(problems);
        }
        Configuration configuration = new ConfigurationReader(root, environment, problems).read(file, map.get());
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return configuration;
    }

    private Configuration read(Path file, YamlMap map) {
        if (map.integer("version", 1) != 1) {
            map.problem(
                    map.where("version"), "version " + map.text("version", "") + " is not known", "write 'version: 1'");
        }
        String project = map.text("project");
        String language = map.word("language", List.of("en", "es"), "en");
        Optional<Instant> asOf = map.optionalText("as_of").flatMap(text -> day(map, text));
        Map<String, Target> targets = new LinkedHashMap<>();
        map.named("targets").forEach((name, target) -> targets.put(name, target(map, name, target)));
        if (targets.isEmpty()) {
            map.problem(map.where("targets"), "no target is configured", "add one under 'targets:'");
        }
        ProjectFiles files = map.map("files").map(this::files).orElse(NO_FILES);
        Rules rules = map.map("rules").map(this::rules).orElse(new Rules(List.of(), Map.of(), Map.of()));
        Map<String, List<OwnQuery>> own = own(map, targets);
        List<IgnoreRule> ignored = new ArrayList<>();
        map.map("compare").ifPresent(compare -> ignored.addAll(switchedOff(compare)));
        map.maps("ignore").forEach(rule -> ignored.add(ignore(rule)));
        Optional<Path> waivers = existing(map, "waivers");
        Reports reports = map.map("reports").map(this::reports).orElse(new Reports(root.resolve("reports"), List.of()));
        Endpoint.Limits limits = map.map("limits").map(this::limits).orElse(Endpoint.Limits.DEFAULT);
        map.done();
        return new Configuration(
                file, root, project, language, asOf, targets, files, rules, own, ignored, waivers, reports, limits);
    }

    /** The whole of the day counts, so its last second is meant. */
    private static Optional<Instant> day(YamlMap map, String text) {
        try {
            return Optional.of(LocalDate.parse(text)
                    .plusDays(1)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .minusSeconds(1));
        } catch (DateTimeParseException e) {
            map.problem(map.where("as_of"), "'as_of' is no date", "write for instance 2026-11-22");
            return Optional.empty();
        }
    }

    private static final ProjectFiles NO_FILES = new ProjectFiles(
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private Target target(YamlMap parent, String name, YamlMap map) {
        if (!name.matches("[a-z][a-z0-9_-]*") || name.equals("project")) {
            parent.problem(
                    map.where(),
                    "'" + name + "' is no name for a target",
                    "use lower-case letters, digits, '_' and '-'; 'project' is taken");
        }
        String engine = map.text("engine", "");
        Optional<Live> live = live(name, map);
        if (!map.has("engine")) {
            map.problem(
                    map.where(), "the target has no engine", "add 'engine: …', one of " + String.join(", ", ENGINES));
        } else if (!ENGINES.contains(engine) && live.isEmpty()) {
            map.problem(
                    map.where("engine"),
                    "there is no sandbox for engine '" + engine + "'",
                    YamlMap.oneOf(engine, ENGINES));
        }
        List<Migrations> migrations =
                map.maps("migrations").stream().map(m -> migrations(engine, m)).toList();
        List<Fixture> fixtures =
                map.maps("fixtures").stream().map(f -> fixture(map, f)).toList();
        Target target = new Target(
                name,
                engine,
                map.text("version", ""),
                map.text("database", ""),
                map.texts("schemas"),
                container(map),
                live,
                migrations,
                fixtures,
                inside(map, "baseline", map.text("baseline", "baselines/" + name)));
        map.done();
        return target;
    }

    /** {@code true} stands for the official image. */
    private static Optional<String> container(YamlMap map) {
        return switch (map.text("container", "false")) {
            case "false" -> Optional.empty();
            case "true" -> Optional.of("");
            default -> Optional.of(map.text("container", ""));
        };
    }

    /** A URL in the environment wins over the file, so that one file serves every environment. */
    private Optional<Live> live(String name, YamlMap map) {
        String variable = "PLUMBLINE_" + name.toUpperCase(Locale.ROOT).replace('-', '_') + "_";
        Optional<String> url =
                Optional.ofNullable(environment.get(variable + "URL")).or(() -> map.optionalText("url"));
        map.value("url");
        Optional<String> user =
                Optional.ofNullable(environment.get(variable + "USER")).or(() -> map.optionalText("user"));
        map.value("user");
        Optional<String> password = map.map("password").flatMap(this::password);
        Endpoint.Secret secret = new Endpoint.Secret(
                Optional.ofNullable(environment.get(variable + "PASSWORD")).or(() -> password));
        if (url.isPresent() && !url.get().startsWith("jdbc:") && !url.get().startsWith("cql://")) {
            map.problem(
                    map.where("url"),
                    "the URL starts neither with 'jdbc:' nor with 'cql://'",
                    "write for instance jdbc:postgresql://host/database or cql://host:9042/?dc=datacenter1");
        }
        return url.map(u -> new Live(u, user, secret));
    }

    private Optional<String> password(YamlMap map) {
        Optional<String> variable = map.optionalText("env");
        Optional<Path> file = existing(map, "file");
        map.done();
        if (variable.isEmpty() && file.isEmpty() && !map.has("file")) {
            map.problem(map.where(), "a password comes from 'env: VARIABLE' or 'file: PATH'", "");
        }
        if (file.isPresent()) {
            try {
                return Optional.of(Files.readString(file.get()).strip());
            } catch (IOException e) {
                map.problem(map.where("file"), "the password's file cannot be read", "check its permissions");
            }
        }
        // A variable that is not set is no fault of the file: the sandbox needs none. The server will say if it does.
        return variable.map(environment::get);
    }

    private Fixture fixture(YamlMap target, YamlMap map) {
        if (!map.has("script")) {
            map.problem(map.where(), "the fixture has no script", "add 'script: …'");
        }
        Fixture fixture =
                new Fixture(existing(map, "script").orElse(root), map.text("database", target.text("database", "")));
        map.done();
        return fixture;
    }

    private Migrations migrations(String engine, YamlMap map) {
        String tool = map.word("tool", TOOLS, "");
        Optional<Path> folder = existing(map, "folder");
        if (!map.has("folder")) {
            map.problem(map.where(), "the migrations have no folder", "add 'folder: …'");
        }
        if (!map.has("tool")) {
            map.problem(
                    map.where(), "the migrations have no tool", "add 'tool: …', one of " + String.join(", ", TOOLS));
        } else if (!tool.isEmpty() && tool.equals("cql") != engine.equals("cassandra")) {
            map.problem(
                    map.where("tool"),
                    "'" + tool + "' does not run on " + engine,
                    "cql is for cassandra, and only that");
        }
        map.done();
        return new Migrations(tool, folder.orElse(root));
    }

    private ProjectFiles files(YamlMap map) {
        Optional<Path> django = Optional.empty();
        List<String> settings = List.of();
        Optional<YamlMap> djangoMap = map.map("django");
        if (djangoMap.isPresent()) {
            django = existing(djangoMap.get(), "folder");
            settings = djangoMap.get().texts("settings");
            djangoMap.get().done();
        }
        ProjectFiles files = new ProjectFiles(
                django,
                settings,
                existing(map, "diagrams"),
                existing(map, "backups"),
                existing(map, "scripts"),
                existing(map, "dependencies"),
                existing(map, "pipeline"));
        map.done();
        return files;
    }

    /** Queries of the project's own, for one target or for all of an engine; by target. */
    private Map<String, List<OwnQuery>> own(YamlMap map, Map<String, Target> targets) {
        Map<String, List<OwnQuery>> own = new LinkedHashMap<>();
        Kinds taken = Catalog.allKinds();
        Map<String, Kind> declared = new LinkedHashMap<>();
        for (YamlMap entry : map.maps("queries")) {
            String engine = entry.word("engine", ENGINES, "");
            String name = entry.text("target", "");
            Optional<Path> file = existing(entry, "file");
            if (!entry.has("file")) {
                entry.problem(entry.where(), "the query has no file", "add 'file: …'");
            }
            entry.done();
            if (entry.has("engine") == entry.has("target")) {
                entry.problem(
                        entry.where(),
                        "a query is for one target or for all of an engine",
                        "write 'target: …' or 'engine: …'");
            } else if (entry.has("target") && !targets.containsKey(name)) {
                entry.problem(
                        entry.where("target"),
                        "no target is named '" + name + "'",
                        YamlMap.oneOf(name, targets.keySet()));
            } else if (file.isPresent()) {
                List<Target> of = targets.values().stream()
                        .filter(t -> entry.has("target")
                                ? t.name().equals(name)
                                : t.engine().equals(engine))
                        .toList();
                add(entry, file.get(), of, taken, declared, own);
            }
        }
        return own;
    }

    private void add(
            YamlMap entry,
            Path file,
            List<Target> targets,
            Kinds taken,
            Map<String, Kind> declared,
            Map<String, List<OwnQuery>> own) {
        String shown = file.startsWith(root) ? root.relativize(file).toString() : file.toString();
        for (Target target : targets) {
            if (!OWN_QUERIES.contains(target.engine())) {
                entry.problem(
                        entry.where(),
                        "queries of your own are not sent to " + target.engine(),
                        "they are for " + String.join(", ", OWN_QUERIES));
                return;
            }
        }
        String engine = targets.isEmpty() ? "" : targets.get(0).engine();
        OwnQuery.read(file, shown, engine, taken, problems).ifPresent(query -> {
            Kind kind = query.file().kind();
            Kind earlier = declared.putIfAbsent(kind.name(), kind);
            if (earlier != null && !earlier.attributes().equals(kind.attributes())) {
                entry.problem(
                        entry.where(),
                        "the kind '" + kind.name() + "' has other attributes in another file",
                        "rules need the same on all targets");
            }
            targets.forEach(target ->
                    own.computeIfAbsent(target.name(), t -> new ArrayList<>()).add(query));
        });
    }

    private Rules rules(YamlMap map) {
        List<Path> packs = map.texts("packs").stream()
                .map(p -> existing(map, "packs", p))
                .flatMap(Optional::stream)
                .toList();
        Rules rules = new Rules(packs, settings(map, "set_packs"), settings(map, "set"));
        map.done();
        return rules;
    }

    private static Map<String, Rules.Setting> settings(YamlMap map, String key) {
        Map<String, Rules.Setting> settings = new LinkedHashMap<>();
        map.named(key).forEach((name, rule) -> {
            Map<String, Object> parameters = new TreeMap<>();
            Map<String, String> places = new TreeMap<>();
            rule.map("parameters")
                    .ifPresent(p -> p.keys()
                            .forEach(k -> p.value(k).ifPresent(v -> {
                                parameters.put(k, plain(v));
                                places.put(k, p.whereKey(k));
                            })));
            boolean switched = rule.bool("active", true);
            Optional<Boolean> active = rule.has("active") ? Optional.of(switched) : Optional.empty();
            Optional<Rule.Severity> severity = severity(rule);
            settings.put(
                    name,
                    new Rules.Setting(map.map(key).orElseThrow().whereKey(name), severity, active, parameters, places));
            rule.done();
        });
        return settings;
    }

    private static Optional<Rule.Severity> severity(YamlMap rule) {
        List<String> words = Arrays.stream(Rule.Severity.values())
                .map(s -> s.name().toLowerCase(Locale.ROOT))
                .toList();
        String word = rule.word("severity", words, "");
        return words.contains(word)
                ? Optional.of(Rule.Severity.valueOf(word.toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }

    private static Object plain(YamlValue value) {
        if (value instanceof YamlValue.Sequence sequence) {
            return sequence.items().stream().map(ConfigurationReader::plain).toList();
        }
        if (value instanceof YamlValue.Scalar scalar) {
            if (!scalar.quoted() && scalar.text().matches("-?\\d{1,18}")) {
                return Long.valueOf(scalar.text());
            }
            return !scalar.quoted() && scalar.text().matches("true|false")
                    ? Boolean.valueOf(scalar.text())
                    : scalar.text();
        }
        return Map.of();
    }

    /** Every aspect is compared unless it is switched off. */
    private static List<IgnoreRule> switchedOff(YamlMap map) {
        List<IgnoreRule> rules = new ArrayList<>();
        for (Aspect aspect : Aspect.values()) {
            if (!map.bool(aspect.word(), true)) {
                rules.add(IgnoreRule.of(aspect, "compare." + aspect.word() + " is false"));
            }
        }
        map.done();
        return rules;
    }

    private IgnoreRule ignore(YamlMap map) {
        IgnoreRule rule = IgnoreRule.of(map.text("path"), map.text("attribute", "*"), map.text("reason"));
        map.done();
        return rule;
    }

    private Reports reports(YamlMap map) {
        Reports reports = new Reports(inside(map, "folder", map.text("folder", "reports")), map.texts("formats"));
        for (String format : reports.formats()) {
            if (!dev.plumbline.report.Reports.formats().contains(format)) {
                map.problem(
                        map.where("formats"),
                        "there is no report format '" + format + "'",
                        YamlMap.oneOf(format, dev.plumbline.report.Reports.formats()));
            }
        }
        map.done();
        return reports;
    }

    private Endpoint.Limits limits(YamlMap map) {
        Endpoint.Limits usual = Endpoint.Limits.DEFAULT;
        Endpoint.Limits limits = new Endpoint.Limits(
                millis(map, "connect_seconds", usual.connectMillis()),
                millis(map, "statement_seconds", usual.statementMillis()),
                millis(map, "lock_seconds", usual.lockMillis()));
        map.done();
        return limits;
    }

    private int millis(YamlMap map, String key, int otherwise) {
        long seconds = map.integer(key, otherwise / 1_000);
        if (seconds < 1 || seconds > 3_600) {
            map.problem(map.where(key), "'" + key + "' must be from 1 to 3600", "");
            return otherwise;
        }
        return (int) seconds * 1_000;
    }

    private Path inside(YamlMap map, String key, String text) {
        Path path = root.resolve(text).normalize();
        if (!path.startsWith(root)) {
            map.problem(map.where(key), "'" + text + "' leads out of the project's folder", "");
        }
        return path;
    }

    private Optional<Path> existing(YamlMap map, String key) {
        return map.optionalText(key).flatMap(text -> existing(map, key, text));
    }

    private Optional<Path> existing(YamlMap map, String key, String text) {
        Path path = root.resolve(text).normalize();
        if (!Files.exists(path)) {
            problems.add(new Problem(map.where(key), "'" + text + "' does not exist", "paths are relative to " + root));
            return Optional.empty();
        }
        return Optional.of(path);
    }
}
