package dev.plumbline.report;

import dev.plumbline.report.words.Messages;
import dev.plumbline.report.words.Visible;
import dev.plumbline.rule.FrozenFindings;
import dev.plumbline.rule.Judgement;
import dev.plumbline.rule.Rule;
import dev.plumbline.rule.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Allure results: a test for each rule on each target, named by its content, so that Allure follows it over runs. A
 * rule that could not judge is {@code broken}.
 */
final class AllureReport implements ReportWriter {

    private final Messages messages = Messages.in("en");

    @Override
    public String format() {
        return "allure";
    }

    @Override
    public Path write(AuditResult result, Path folder) throws IOException {
        Path results = Files.createDirectories(folder.resolve("allure-results"));
        Set<Path> written = new HashSet<>();
        for (Judgement judgement : result.judgements()) {
            String id =
                    id(result.project(), judgement.target(), judgement.rule().id());
            Path evidence = results.resolve(id + "-attachment.txt");
            written.add(ReportWriter.replace(evidence, out -> evidence(judgement, out)));
            written.add(ReportWriter.replace(
                    results.resolve(id + "-result.json"),
                    out -> Json.object(out, json -> result(json, result, judgement, id, evidence))));
        }
        written.add(ReportWriter.replace(results.resolve("environment.properties"), out -> environment(result, out)));
        written.add(ReportWriter.replace(results.resolve("categories.json"), AllureReport::categories));
        removeOthers(results, written);
        return results;
    }

    /** What an earlier run wrote and this one did not would count again. */
    private static void removeOthers(Path results, Set<Path> written) throws IOException {
        try (Stream<Path> files = Files.list(results)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                boolean ours = name.endsWith("-result.json") || name.endsWith("-attachment.txt");
                if (ours && !written.contains(file)) {
                    Files.delete(file);
                }
            }
        }
    }

    private static String id(String... parts) {
        String text = String.join("\u0000", parts);
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private void result(Json json, AuditResult result, Judgement judgement, String id, Path evidence) {
        Rule rule = judgement.rule();
        json.field("uuid", id);
        json.field("historyId", id.replace("-", ""));
        json.field("testCaseId", id.replace("-", ""));
        json.field("name", line(messages.of(rule.title())));
        json.field("fullName", line(rule.pack() + "/" + rule.id() + " " + judgement.target()));
        json.field("description", Visible.text(description(rule)));
        json.field("status", status(judgement)).field("stage", "finished");
        json.object("statusDetails", () -> json.field("message", message(judgement)));
        long start = result.startedAt().toEpochMilli();
        // Rules are judged together; no time of a single one was measured, so each spans the run.
        json.field("start", start).field("stop", start + result.millis());
        json.array("labels", () -> {
            label(json, "feature", rule.pack());
            label(json, "suite", judgement.target());
            label(json, "severity", severity(rule.severity()));
            label(json, "framework", "plumbline");
            rule.controls().forEach(c -> label(json, "tag", c));
        });
        json.array(
                "parameters",
                () -> json.item(() -> json.field("name", "target").field("value", line(judgement.target()))));
        json.array(
                "links",
                () -> rule.references().stream()
                        .filter(r -> r.startsWith("https://") || r.startsWith("http://"))
                        .forEach(r -> json.item(() -> json.field("name", line(r))
                                .field("url", line(r))
                                .field("type", "custom"))));
        json.array(
                "attachments",
                () -> json.item(() -> json.field("name", messages.text("attachment.evidence"))
                        .field("source", evidence.getFileName().toString())
                        .field("type", "text/plain")));
    }

    private String description(Rule rule) {
        return (messages.of(rule.why()).strip() + "\n\n"
                        + messages.of(rule.fix()).strip())
                .strip();
    }

    private String message(Judgement judgement) {
        StringBuilder message = new StringBuilder(messages.of(judgement.outcome()));
        judgement.findings().stream()
                .limit(20)
                .forEach(f -> message.append('\n').append(f.path()).append(": ").append(line(messages.message(f))));
        if (judgement.findings().size() > 20) {
            message.append('\n')
                    .append(messages.text(
                            "more.text", messages.number(judgement.findings().size() - 20)));
        }
        return message.toString();
    }

    private static void label(Json json, String name, String value) {
        json.item(() -> json.field("name", name).field("value", line(value)));
    }

    private static String status(Judgement judgement) {
        return switch (judgement.outcome()) {
            case PASS -> "passed";
            case FAIL -> "failed";
            case NO_EVIDENCE, CONFLICT, ERROR -> "broken";
            case WAIVED, FROZEN, NOT_APPLICABLE -> "skipped";
        };
    }

    private static String severity(Rule.Severity severity) {
        return switch (severity) {
            case CRITICAL -> "blocker";
            case HIGH -> "critical";
            case MEDIUM -> "normal";
            case LOW -> "minor";
            case INFO -> "trivial";
        };
    }

    private void evidence(Judgement judgement, Writer out) throws IOException {
        Judgement.Evidence evidence = judgement.evidence();
        out.write(messages.count("count.fact", evidence.facts()) + "\n");
        out.write(line(String.join(", ", evidence.sources())) + "\n");
        out.write(line(evidence.digest()) + "\n");
        for (var entry : evidence.incomplete().entrySet()) {
            out.write(messages.text("label.not-read") + ": " + line(entry.getKey() + " (" + entry.getValue()) + ")\n");
        }
        for (Verdict finding : judgement.findings()) {
            out.write("\n" + finding.outcome().word() + " " + finding.path() + "\n  " + line(messages.message(finding))
                    + "\n");
            for (String seen : finding.evidence()) {
                out.write("  " + line(seen) + "\n");
            }
            out.write("  " + line(finding.fingerprint()) + "\n");
        }
    }

    private static void environment(AuditResult result, Writer out) throws IOException {
        out.write("project=" + property(result.project()) + "\n");
        out.write("plumbline=" + property(result.toolVersion()) + "\n");
        for (FrozenFindings.Summary debt : result.basis().debts()) {
            String key = "frozen." + debt.target().replaceAll("[^A-Za-z0-9_-]", "_");
            String grown = debt.later() > 0 ? " (grown by " + debt.later() + ")" : "";
            out.write(key + "=" + (debt.first() + debt.later()) + grown + "\n");
        }
        for (AuditResult.Target target : result.targets()) {
            String key = target.name().replaceAll("[^A-Za-z0-9_-]", "_");
            out.write("target." + key + "=" + property((target.engine() + " " + target.version()).strip()) + "\n");
        }
    }

    private static String property(String value) {
        return line(value).replace("\\", "\\\\");
    }

    private static void categories(Writer out) throws IOException {
        Json.array(out, json -> {
            category(json, "Not compliant", "failed", ".*");
            category(json, "No evidence", "broken", "(?s)^no evidence.*");
            category(json, "Conflict between requirements", "broken", "(?s)^conflict.*");
            category(json, "The rule broke", "broken", "(?s)^error.*");
            category(json, "Frozen", "skipped", "(?s)^frozen.*");
            category(json, "Waived", "skipped", "(?s)^waived.*");
            category(json, "Not applicable", "skipped", "(?s)^not applicable.*");
        });
    }

    private static void category(Json json, String name, String status, String message) {
        json.item(() -> json.field("name", name)
                .strings("matchedStatuses", List.of(status))
                .field("messageRegex", message));
    }

    private static String line(String text) {
        return Visible.line(text);
    }
}
