package dev.plumbline.report;

import dev.plumbline.report.words.Messages;
import dev.plumbline.report.words.Visible;
import dev.plumbline.rule.Bilingual;
import dev.plumbline.rule.Control;
import dev.plumbline.rule.Judgement;
import dev.plumbline.rule.Rule;
import dev.plumbline.rule.Rule.Severity;
import dev.plumbline.rule.Verdict;
import dev.plumbline.rule.Verdict.Outcome;
import dev.plumbline.rule.Waiver;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * SARIF 2.1.0. A finding that fails has kind {@code fail} and a level; one without evidence is {@code open} and a
 * conflict is for {@code review}, as the standard words them; a rule that broke is a notification, not a result.
 */
final class SarifReport implements ReportWriter.OneFile {

    /**
     * Stands in for a file where a database object has none: targets are declared here, and GitHub refuses the whole
     * upload if one result has no physical location.
     */
    private static final String DECLARED_IN = "plumbline.yaml";

    private static final String CONTROLS = "Plumbline controls";

    private final Messages messages = Messages.in("en");

    @Override
    public String format() {
        return "sarif";
    }

    @Override
    public String file() {
        return "report.sarif";
    }

    @Override
    public void render(AuditResult result, Writer out) throws IOException {
        List<Rule> rules = List.copyOf(JsonReport.rules(result).values());
        List<String> controls = controls(result, rules);
        Map<String, Waiver> waivers = new HashMap<>();
        result.waivers().forEach(w -> waivers.put(w.id(), w));
        Json.object(out, json -> {
            json.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
                    .field("version", "2.1.0");
            json.array(
                    "runs",
                    () -> json.item(() -> {
                        json.object(
                                "tool",
                                () -> json.object("driver", () -> {
                                    json.field("name", "Plumbline").field("semanticVersion", result.toolVersion());
                                    json.array("rules", () -> rules.forEach(r -> rule(json, r, controls)));
                                    if (!controls.isEmpty()) {
                                        json.array(
                                                "supportedTaxonomies",
                                                () -> json.item(() -> json.field("name", CONTROLS)
                                                        .field("index", 0)));
                                    }
                                }));
                        json.array("invocations", () -> invocation(json, result, rules));
                        if (!controls.isEmpty()) {
                            json.array("taxonomies", () -> taxonomy(json, result, controls));
                        }
                        json.field("columnKind", "utf16CodeUnits");
                        json.array("results", () -> {
                            for (Judgement judgement : result.judgements()) {
                                int index = index(rules, judgement.rule().id());
                                for (Verdict finding : judgement.findings()) {
                                    if (finding.outcome() != Outcome.ERROR) {
                                        finding(json, judgement.rule(), index, finding, waivers);
                                    }
                                }
                            }
                        });
                    }));
        });
    }

    /** Ids of all controls that were assessed or that a rule names, in that order. */
    private static List<String> controls(AuditResult result, List<Rule> rules) {
        List<String> ids = new ArrayList<>();
        result.controls().forEach(a -> ids.add(a.control().id()));
        rules.stream().flatMap(r -> r.controls().stream()).sorted().forEach(ids::add);
        return ids.stream().distinct().toList();
    }

    private static int index(List<Rule> sorted, String id) {
        for (int i = 0; i < sorted.size(); i++) {
            if (sorted.get(i).id().equals(id)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no rule " + id);
    }

    private void rule(Json json, Rule rule, List<String> controls) {
        json.item(() -> {
            json.field("id", rule.id());
            text(json, "shortDescription", messages.of(rule.title()));
            text(json, "fullDescription", messages.of(rule.why()));
            json.object("defaultConfiguration", () -> json.field("level", level(rule.severity())));
            json.object("help", () -> {
                String fix = messages.of(rule.fix());
                json.field("text", fix.isBlank() ? rule.id() : fix);
                json.field("markdown", help(rule));
            });
            rule.references().stream()
                    .filter(r -> r.startsWith("https://") && isUri(r))
                    .findFirst()
                    .ifPresent(r -> json.field("helpUri", r));
            if (!rule.controls().isEmpty()) {
                json.array(
                        "relationships",
                        () -> rule.controls().stream()
                                .distinct()
                                .forEach(id -> json.item(() -> {
                                    json.object(
                                            "target",
                                            () -> json.field("id", id)
                                                    .field("index", controls.indexOf(id))
                                                    .object(
                                                            "toolComponent",
                                                            () -> json.field("name", CONTROLS)
                                                                    .field("index", 0)));
                                    json.strings("kinds", List.of("relevant"));
                                })));
            }
            json.object("properties", () -> {
                json.strings("tags", List.of("pack:" + rule.pack(), "severity:" + Messages.word(rule.severity())));
                json.field("problem.severity", problem(rule.severity()));
                json.field("security-severity", score(rule.severity()));
            });
        });
    }

    private String help(Rule rule) {
        StringBuilder help = new StringBuilder();
        for (Bilingual part : List.of(rule.why(), rule.fix())) {
            String text = messages.of(part).strip();
            if (!text.isEmpty()) {
                help.append(help.length() > 0 ? "\n\n" : "").append(Markdown.prose(text));
            }
        }
        return help.length() == 0 ? Markdown.escape(rule.id()) : help.toString();
    }

    private void invocation(Json json, AuditResult result, List<Rule> rules) {
        json.item(() -> {
            json.field("executionSuccessful", result.totals().findings(Outcome.ERROR) == 0);
            json.field("exitCode", result.exitCode());
            json.field("startTimeUtc", result.startedAt().toString());
            json.field(
                    "endTimeUtc", result.startedAt().plusMillis(result.millis()).toString());
            json.array(
                    "toolExecutionNotifications",
                    () -> result.findings().stream()
                            .filter(f -> f.outcome() == Outcome.ERROR)
                            .forEach(f -> json.item(() -> {
                                json.field("level", "error");
                                text(json, "message", messages.of(f.message()));
                                json.object(
                                        "associatedRule",
                                        () -> json.field("id", f.rule()).field("index", index(rules, f.rule())));
                                json.array("locations", () -> location(json, f));
                            })));
        });
    }

    private void taxonomy(Json json, AuditResult result, List<String> ids) {
        Map<String, Control.Assessment> assessed = new TreeMap<>();
        result.controls().forEach(a -> assessed.putIfAbsent(a.control().id(), a));
        json.item(() -> {
            json.field("name", CONTROLS);
            text(json, "shortDescription", "Requirements that the rules give evidence for");
            json.array(
                    "taxa",
                    () -> ids.forEach(id -> json.item(() -> {
                        json.field("id", id);
                        Control.Assessment a = assessed.get(id);
                        if (a != null) {
                            text(
                                    json,
                                    "shortDescription",
                                    messages.of(a.control().title()));
                            json.object(
                                    "properties",
                                    () -> json.field("source", a.control().source())
                                            .field(
                                                    "level",
                                                    Messages.word(a.control().level()))
                                            .field("threshold", a.control().threshold())
                                            .field("status", a.status().word())
                                            .value("score", a.score() < 0 ? null : a.score()));
                        }
                    })));
        });
    }

    private void finding(Json json, Rule rule, int index, Verdict finding, Map<String, Waiver> waivers) {
        boolean accepted = finding.outcome() == Outcome.WAIVED || finding.outcome() == Outcome.FROZEN;
        boolean fails = finding.outcome() == Outcome.FAIL || accepted;
        json.item(() -> {
            json.field("ruleId", rule.id()).field("ruleIndex", index);
            json.field("kind", fails ? "fail" : finding.outcome() == Outcome.CONFLICT ? "review" : "open");
            // The standard: a result of another kind than fail has the level none.
            json.field("level", fails ? level(rule.severity()) : "none");
            text(json, "message", messages.of(finding.message()));
            json.array("locations", () -> location(json, finding));
            json.object("partialFingerprints", () -> json.field("plumbline/v1", finding.fingerprint()));
            if (accepted) {
                json.array(
                        "suppressions",
                        () -> json.item(() -> {
                            json.field("kind", "external").field("status", "accepted");
                            if (finding.outcome() == Outcome.FROZEN) {
                                json.field("justification", messages.text("frozen.of"));
                            }
                            finding.waiver()
                                    .map(waivers::get)
                                    .ifPresent(w -> json.field("justification", w.reason())
                                            .object(
                                                    "properties",
                                                    () -> json.field("waiver", w.id())
                                                            .field("owner", w.owner())
                                                            .field("approver", w.approver())
                                                            .field(
                                                                    "expires",
                                                                    w.expires().toString())));
                        }));
            }
            json.object(
                    "properties",
                    () -> json.field("target", finding.target())
                            .field("outcome", finding.outcome().word())
                            .strings("evidence", finding.evidence()));
        });
    }

    private static void location(Json json, Verdict finding) {
        json.item(() -> {
            json.object("physicalLocation", () -> {
                String file = finding.location().map(Verdict.Location::file).orElse(DECLARED_IN);
                json.object("artifactLocation", () -> json.field("uri", uri(file)));
                int line = finding.location().map(Verdict.Location::line).orElse(1);
                if (line > 0) {
                    json.object("region", () -> json.field("startLine", line));
                }
            });
            json.array(
                    "logicalLocations",
                    () -> json.item(() -> json.field("name", finding.path().name())
                            .field("fullyQualifiedName", finding.target() + "/" + finding.path())
                            .field("kind", finding.path().kind())));
        });
    }

    private static void text(Json json, String name, String text) {
        json.object(name, () -> json.field("text", text.isBlank() ? "–" : Visible.text(text)));
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW, INFO -> "note";
        };
    }

    private static String problem(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW, INFO -> "recommendation";
        };
    }

    /** On the scale of CVSS, in the middle of the range in which GitHub shows the same word. */
    private static String score(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "9.5";
            case HIGH -> "8.0";
            case MEDIUM -> "5.5";
            case LOW -> "2.0";
            case INFO -> "0.0";
        };
    }

    /** A relative reference, with what a URI cannot hold in percent. */
    private static String uri(String file) {
        try {
            String path = new URI(null, null, "/" + Visible.line(file).replace('\\', '/'), null).toASCIIString();
            return path.substring(1);
        } catch (URISyntaxException e) {
            return DECLARED_IN;
        }
    }

    private static boolean isUri(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
