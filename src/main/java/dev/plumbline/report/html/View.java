package dev.plumbline.report.html;

import dev.plumbline.fact.Coverage;
import dev.plumbline.migration.Proof;
import dev.plumbline.report.AuditResult;
import dev.plumbline.report.words.Groups;
import dev.plumbline.report.words.Headline;
import dev.plumbline.report.words.Messages;
import dev.plumbline.report.words.Visible;
import dev.plumbline.rule.Control;
import dev.plumbline.rule.Judgement;
import dev.plumbline.rule.Rule;
import dev.plumbline.rule.Verdict;
import dev.plumbline.rule.Verdict.Outcome;
import dev.plumbline.rule.Waiver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the templates see: the result in one language, with bounds on how much of it a page holds. */
public final class View {

    static final String TEMPLATES = "dev.plumbline.report.html.generated";

    /** A browser opens some thousand rows at ease. What is left out is said, with its number, and is in report.json. */
    private static final int FINDINGS_OF_A_RULE = 100;

    private static final int FINDINGS_OF_THE_PAGE = 2_000;
    private static final int ROWS = 500;

    private static final String NO_VALUE = " = (none)";

    private final AuditResult result;
    private final Messages messages;
    private final AuditResult.Totals totals;
    private final List<Shown> groups = new ArrayList<>();
    private final Map<String, Waiver> waivers = new HashMap<>();

    View(AuditResult result, String language) {
        this.result = result;
        this.messages = Messages.in(language);
        this.totals = result.totals();
        result.waivers().forEach(w -> waivers.put(w.id(), w));
        Map<String, SortedMap<String, String>> incomplete = incomplete(result);
        int left = FINDINGS_OF_THE_PAGE;
        for (Groups.Group group : Groups.of(result)) {
            List<Verdict> findings = group.findings();
            int shown = Math.min(findings.size(), Math.min(left, FINDINGS_OF_A_RULE));
            left -= shown;
            groups.add(new Shown(
                    group,
                    findings.subList(0, shown),
                    incomplete.getOrDefault(group.rule().id(), new TreeMap<>())));
        }
    }

    static String file(String language) {
        return language.equals("en") ? "index.html" : "index." + language + ".html";
    }

    /**
     * The findings of a rule, as many as the page holds.
     *
     * @param incomplete what the rule needed and was not read in full, with the reason; by target and kind
     */
    public record Shown(Groups.Group group, List<Verdict> findings, SortedMap<String, String> incomplete) {

        public Rule rule() {
            return group.rule();
        }

        public int total() {
            return group.findings().size();
        }

        public int left() {
            return total() - findings.size();
        }

        public boolean fails() {
            return group.count(Outcome.FAIL) > 0;
        }

        /** What the group's badge says: how bad it is if it fails, else what is the matter. */
        public Outcome outcome() {
            return fails() ? Outcome.FAIL : group.findings().get(0).outcome();
        }

        public boolean open() {
            return outcome() != Outcome.WAIVED && outcome() != Outcome.FROZEN && total() <= 20;
        }
    }

    /** A list of which only the start is shown. */
    public record Start<T>(List<T> rows, int left) {

        static <T> Start<T> of(List<T> all) {
            int shown = Math.min(all.size(), ROWS);
            return new Start<>(all.subList(0, shown), all.size() - shown);
        }
    }

    public AuditResult result() {
        return result;
    }

    public AuditResult.Totals totals() {
        return totals;
    }

    public Messages words() {
        return messages;
    }

    public String t(String key, Object... arguments) {
        return messages.text(key, arguments);
    }

    public String n(long number) {
        return messages.number(number);
    }

    public String line(String text) {
        return Visible.line(text);
    }

    /** What the program says in English only, in this page's language as far as it is known. */
    public String said(String text) {
        return Visible.line(messages.said(text));
    }

    /** Whether findings say what to do with their own names in it; then the rule's words with placeholders say less. */
    public boolean saysWhatToDo(Shown group) {
        return group.findings().stream()
                .anyMatch(finding -> !messages.of(finding.fix()).isBlank());
    }

    /** An attribute that has no value is a dash, as in tables. */
    public String evidence(String text) {
        return line(text.endsWith(NO_VALUE) ? text.substring(0, text.length() - NO_VALUE.length()) + " = –" : text);
    }

    /** A sandbox, or the address of a live server. */
    public String where(AuditResult.Target target) {
        return target.where().equals("sandbox") ? t("target.sandbox") : line(target.where());
    }

    public String value(@Nullable Object value) {
        return Visible.value(value);
    }

    /** The first words of the sentence at the top. */
    public String verdict() {
        return t("verdict." + result.outcome().word());
    }

    /** The rest of that sentence. */
    public String afterVerdict() {
        return Headline.of(result, messages).substring(verdict().length());
    }

    public String server(AuditResult.Target target) {
        return line((target.engine().equals("project") ? t("target.files") : target.engine() + " " + target.version())
                .strip());
    }

    public String generated() {
        return t(
                "report.generated",
                result.toolVersion(),
                messages.moment(result.startedAt()),
                messages.duration(result.millis()));
    }

    public String otherFile() {
        return file(otherLanguage());
    }

    public String otherLanguage() {
        return messages.language().equals("en") ? "es" : "en";
    }

    public List<Shown> groups() {
        return List.copyOf(groups);
    }

    /** How many findings stand on the page. */
    public int listed() {
        return groups.stream().mapToInt(g -> g.findings().size()).sum();
    }

    public List<String> targetNames() {
        TreeSet<String> names = new TreeSet<>();
        groups.forEach(g -> g.group().findings().forEach(f -> names.add(line(f.target()))));
        return List.copyOf(names);
    }

    /** Severities from the worst on. */
    public List<Rule.Severity> severities() {
        return List.of(
                Rule.Severity.CRITICAL,
                Rule.Severity.HIGH,
                Rule.Severity.MEDIUM,
                Rule.Severity.LOW,
                Rule.Severity.INFO);
    }

    public List<Outcome> outcomes() {
        return List.of(
                Outcome.FAIL, Outcome.CONFLICT, Outcome.NO_EVIDENCE, Outcome.ERROR, Outcome.WAIVED, Outcome.FROZEN);
    }

    /** Failures have a tile for each severity; what hardly ever happens has one when it does. */
    public boolean tile(Outcome outcome) {
        return switch (outcome) {
            case FAIL -> false;
            case CONFLICT, ERROR -> totals.findings(outcome) > 0;
            case PASS, NOT_APPLICABLE, NO_EVIDENCE, WAIVED, FROZEN -> true;
        };
    }

    /** Rules and targets with one outcome. */
    public Start<Judgement> judged(Outcome outcome) {
        return Start.of(
                result.judgements().stream().filter(j -> j.outcome() == outcome).toList());
    }

    public <T> Start<T> start(List<T> all) {
        return Start.of(all);
    }

    public String word(Enum<?> constant) {
        return Messages.word(constant);
    }

    public String proof(Proof.Status status) {
        return t("proof." + status.word());
    }

    public Optional<Waiver> waiver(Verdict finding) {
        return finding.waiver().map(waivers::get);
    }

    public String waiverNote(Waiver waiver) {
        return line(t("waiver.of", waiver.id(), waiver.reason(), waiver.owner(), waiver.approver(), waiver.expires()));
    }

    /** Only the web: anything else in a rule file stays text. */
    public boolean isLink(String reference) {
        return reference.startsWith("https://") || reference.startsWith("http://");
    }

    public String score(int score) {
        return score < 0 ? t("label.not-scored") : score + "\u00a0%";
    }

    /** The controls that cannot hold together with this one, each with the document it stands in. */
    public String conflicts(Control control) {
        List<String> others = new ArrayList<>();
        for (String id : control.conflictsWith()) {
            String source = result.controls().stream()
                    .map(Control.Assessment::control)
                    .filter(c -> c.id().equals(id))
                    .map(c -> " (" + c.source() + ")")
                    .findFirst()
                    .orElse("");
            others.add(line(id + source));
        }
        return String.join(", ", others);
    }

    /** Of the class of a badge: a control that is met is good, an unmet one bad, the rest unknown. */
    public String tone(Control.Status status) {
        return switch (status) {
            case COMPLIANT -> "pass";
            case NOT_COMPLIANT -> "fail";
            case NOT_ASSESSED -> "no-evidence";
            case CONFLICT -> "conflict";
        };
    }

    public String tone(Proof.Status status) {
        return switch (status) {
            case PROVEN, REPEATABLE -> "pass";
            case LOSSY, IRREVERSIBLE, FAILED -> "fail";
            case NOT_RUN -> "no-evidence";
        };
    }

    /** What is said of some kinds, or of some of their attributes. */
    public record CoverageRow(String names, Coverage.Entry entry) {}

    /** A row for each kind; attributes of which the same is to be said share one. */
    public List<CoverageRow> coverage(AuditResult.Target target) {
        Map<String, Coverage.Entry> rows = new LinkedHashMap<>();
        Map<Coverage.Entry, List<String>> attributes = new LinkedHashMap<>();
        target.coverage().kinds().forEach((name, entry) -> {
            if (name.indexOf('.') < 0) {
                rows.put(name, entry);
            } else {
                attributes.computeIfAbsent(entry, e -> new ArrayList<>()).add(name);
            }
        });
        attributes.forEach((entry, names) -> rows.put(String.join(", ", names), entry));
        return rows.entrySet().stream()
                .map(row -> new CoverageRow(row.getKey(), row.getValue()))
                .toList();
    }

    public int kinds(AuditResult.Target target) {
        return (int) target.coverage().kinds().keySet().stream()
                .filter(name -> name.indexOf('.') < 0)
                .count();
    }

    public int notRead(AuditResult.Target target) {
        return (int) coverage(target).stream()
                .filter(row -> row.entry().status() != Coverage.Status.READ)
                .count();
    }

    private static Map<String, SortedMap<String, String>> incomplete(AuditResult result) {
        Map<String, SortedMap<String, String>> incomplete = new HashMap<>();
        for (Judgement judgement : result.judgements()) {
            judgement
                    .evidence()
                    .incomplete()
                    .forEach((kind, reason) -> incomplete
                            .computeIfAbsent(judgement.rule().id(), id -> new TreeMap<>())
                            .put(judgement.target() + ": " + kind, reason));
        }
        return incomplete;
    }
}
