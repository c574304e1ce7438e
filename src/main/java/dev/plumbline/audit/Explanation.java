package dev.plumbline.audit;

import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Kind;
import dev.plumbline.fact.Kinds;
import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.rule.Rule;
import dev.plumbline.rule.RuleBook;
import dev.plumbline.yaml.YamlMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers from files alone, without reading a database: the last report and the baselines. */
public final class Explanation {

    private final Configuration configuration;
    private final String language;

    /** @param language {@code en} or {@code es} */
    public Explanation(Configuration configuration, String language) {
        this.configuration = configuration;
        this.language = language;
    }

    /**
     * Lines that explain a fingerprint or a path.
     *
     * @throws ProblemsException if neither the last report nor a baseline knows it
     */
    public List<String> of(String what) {
        return what.contains(":") ? path(what) : finding(what);
    }

    private List<String> finding(String fingerprint) {
        JsonNode root = lastReport()
                .orElseThrow(
                        () -> new ProblemsException(shown(), "there is no report yet", "run 'plumbline check' first"));
        for (JsonNode judgement : root.path("judgements")) {
            for (JsonNode finding : judgement.path("findings")) {
                if (finding.path("fingerprint").asString("").startsWith(fingerprint)) {
                    return lines(judgement.path("rule").asString(""), finding);
                }
            }
        }
        throw new ProblemsException(
                fingerprint, "is no finding of the last report", "fingerprints stand in " + shown());
    }

    private Path report() {
        return configuration.reports().folder().resolve("report.json");
    }

    private String shown() {
        return configuration.root().relativize(report()).toString();
    }

    private Optional<JsonNode> lastReport() {
        try {
            return Files.exists(report())
                    ? Optional.of(JsonMapper.shared().readTree(report().toFile()))
                    : Optional.empty();
        } catch (JacksonException e) {
            throw new ProblemsException(new Problem(shown(), "is no report", "run 'plumbline check' again"), e);
        }
    }

    private List<String> lines(String id, JsonNode finding) {
        List<String> lines = new ArrayList<>();
        lines.add(finding.path("outcome").asString("") + " " + id + " "
                + finding.path("path").asString(""));
        JsonNode message = finding.path("message");
        lines.add("  "
                + (message.isString()
                        ? message.asString()
                        : message.path(language).asString("")));
        finding.path("evidence").forEach(e -> lines.add("  evidence: " + e.asString("")));
        RuleBooks.load(configuration, configuration.kinds()).rule(id).ifPresent(rule -> {
            lines.add("  why: " + rule.why().in(language).strip());
            lines.add("  fix: " + rule.fix().in(language).strip());
            lines.add("  rule: " + rule.file());
        });
        return lines;
    }

    private List<String> path(String text) {
        Kinds kinds = configuration.kinds();
        FactPath path;
        try {
            path = FactPath.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemsException(new Problem(text, String.valueOf(e.getMessage()), ""), e);
        }
        Optional<Kind> kind = kinds.find(path.kind());
        if (kind.isEmpty()) {
            List<String> names = kinds.all().stream().map(Kind::name).toList();
            throw new ProblemsException(
                    text, "no kind is named '" + path.kind() + "'", YamlMap.oneOf(path.kind(), names));
        }
        List<String> lines = new ArrayList<>();
        lines.add(path.kind() + ": " + kind.get().about());
        for (Configuration.Target target : configuration.targets().values()) {
            if (target.hasBaseline()) {
                Snapshot.read(target.baseline(), kinds)
                        .find(path)
                        .ifPresent(fact -> describe(target.name(), fact, lines));
            }
            List<String> differences = differences(target, path);
            if (!differences.isEmpty()) {
                lines.add("in the last report on " + target.name() + ":");
                lines.addAll(differences);
            }
        }
        if (lines.size() == 1) {
            throw new ProblemsException(
                    text,
                    "neither a baseline nor a difference of the last report has it",
                    "paths stand in the files under baselines/");
        }
        configuration.targets().values().stream()
                .map(Configuration.Target::engine)
                .distinct()
                .forEach(engine -> {
                    lines.add("on " + engine + ":");
                    lines.addAll(new Spellings(engine, path.kind()).forms());
                });
        RuleBook book = RuleBooks.load(configuration, kinds);
        for (Rule rule : book.rules()) {
            if (rule.kind().equals(path.kind()) && rule.active()) {
                lines.add("rule " + rule.id() + ": " + rule.title().in(language));
            }
        }
        return lines;
    }

    private List<String> differences(Configuration.Target target, FactPath path) {
        Spellings spellings = new Spellings(target.engine(), path.kind());
        List<String> lines = new ArrayList<>();
        for (JsonNode read : lastReport()
                .map(r -> r.path("targets"))
                .orElse(JsonMapper.shared().createArrayNode())) {
            for (JsonNode change : read.path("drift").path("changes")) {
                boolean same = read.path("name").asString("").equals(target.name())
                        && change.path("path").asString("").equals(path.toString());
                if (same) {
                    lines.addAll(spellings.difference(change));
                }
            }
        }
        return lines;
    }

    private static void describe(String target, Fact fact, List<String> lines) {
        lines.add("in the baseline of " + target + ":");
        for (Kind.Attribute attribute : fact.kind().attributes()) {
            Object value = fact.get(attribute.name());
            if (value != null && attribute.role() != Kind.Role.IDENTITY) {
                lines.add(String.format(
                        Locale.ROOT,
                        "  %-22s %s  (%s%s)",
                        attribute.name(),
                        String.valueOf(value).replace("\n", "\\n"),
                        attribute.role().name().toLowerCase(Locale.ROOT),
                        attribute.about().isEmpty() ? "" : ": " + attribute.about()));
            }
        }
    }
}
