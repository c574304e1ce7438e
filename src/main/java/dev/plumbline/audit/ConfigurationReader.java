package dev.plumbline.audit;

import dev.plumbline.audit.Configuration.ProjectFiles;
import dev.plumbline.audit.Configuration.Reports;
import dev.plumbline.audit.Configuration.Rules;
import dev.plumbline.audit.Configuration.Target;
import dev.plumbline.drift.Aspect;
import dev.plumbline.drift.IgnoreRule;
import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.OwnQuery;
import dev.plumbline.yaml.YamlFile;
import dev.plumbline.yaml.YamlMap;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code plumbline.yaml}; all faults are found before one is reported. */
final class ConfigurationReader {

    private final ProjectFolder folder;
    private final Map<String, String> environment;
    private final List<Problem> problems;

    private ConfigurationReader(ProjectFolder folder, Map<String, String> environment, List<Problem> problems) {
        this.folder = folder;
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
        Configuration configuration =
                new ConfigurationReader(new ProjectFolder(root), environment, problems).read(file, map.get());
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
        TargetReader target = new TargetReader(folder, environment);
        map.named("targets").forEach((name, entry) -> targets.put(name, target.read(map, name, entry)));
        if (targets.isEmpty()) {
            map.problem(map.where("targets"), "no target is configured", "add one under 'targets:'");
        }
        ProjectFiles files = map.map("files").map(this::files).orElse(NO_FILES);
        Rules rules = map.map("rules")
                .map(new RulesReader(folder)::read)
                .orElse(new Rules(List.of(Library.place()), Map.of(), Map.of()));
        Map<String, List<OwnQuery>> own = new OwnQueryReader(folder, targets, problems).read(map);
        List<IgnoreRule> ignored = new ArrayList<>();
        map.map("compare").ifPresent(compare -> ignored.addAll(switchedOff(compare)));
        map.maps("ignore").forEach(rule -> ignored.add(ignore(rule)));
        Optional<Path> waivers = folder.existing(map, "waivers");
        Reports reports = map.map("reports")
                .map(this::reports)
                .orElse(new Reports(folder.root().resolve("reports"), List.of()));
        Endpoint.Limits limits = map.map("limits").map(this::limits).orElse(Endpoint.Limits.DEFAULT);
        map.done();
        return new Configuration(
                file,
                folder.root(),
                project,
                language,
                asOf,
                targets,
                files,
                rules,
                own,
                ignored,
                waivers,
                reports,
                limits);
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

    private ProjectFiles files(YamlMap map) {
        Optional<Path> django = Optional.empty();
        List<String> settings = List.of();
        Optional<YamlMap> djangoMap = map.map("django");
        if (djangoMap.isPresent()) {
            django = folder.existing(djangoMap.get(), "folder");
            settings = djangoMap.get().texts("settings");
            djangoMap.get().done();
        }
        ProjectFiles files = new ProjectFiles(
                django,
                settings,
                folder.existing(map, "diagrams"),
                folder.existing(map, "backups"),
                folder.existing(map, "scripts"),
                folder.existing(map, "dependencies"),
                folder.existing(map, "pipeline"));
        map.done();
        return files;
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
        Reports reports =
                new Reports(folder.inside(map, "folder", map.text("folder", "reports")), map.texts("formats"));
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
                millis(map, "lock_seconds", usual.lockMillis()),
                millis(map, "reading_seconds", usual.readingMillis()));
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
}
