package dev.plumbline.rule;

import com.google.re2j.Pattern;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Kind;
import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.rule.Verdict.Outcome;
import dev.plumbline.source.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The waivers of a project. One that is expired, for longer than allowed, approved by its own owner, without a
 * mandatory key or of an unknown rule waives nothing; that it is so is a fact that rules of the pack {@code meta} judge.
 */
public record Waivers(List<Waiver> waivers) {

    public static final Waivers NONE = new Waivers(List.of());

    /** For how many months a waiver may be, if the rule {@code waiver-too-long} says nothing else. */
    static final int MONTHS = 12;

    /** The kind of the facts that waivers are, declared in {@code catalog/meta/waiver.kind}. */
    static final String KIND = "waiver";

    public Waivers {
        waivers = List.copyOf(waivers);
    }

    /**
     * Reads a file.
     *
     * @throws ProblemsException with every key and value that means nothing; a missing owner is no such fault, for a
     *     rule reports it
     */
    public static Waivers load(Path file) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Waiver> waivers = new LinkedHashMap<>();
        YamlTree.parse(file.toString(), bytes(file), problems).ifPresent(document -> {
            Yaml given = document instanceof Yaml.Items items
                    ? new Yaml.Items(
                            items.items().stream().map(Waivers::filledIn).toList(), items.place())
                    : document;
            WaiverShape.GIVEN.check(given, "waivers", problems);
            if (problems.isEmpty()) {
                ((Yaml.Items) given).items().forEach(item -> add(Fields.of(item), waivers, problems));
            }
        });
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return new Waivers(List.copyOf(waivers.values()));
    }

    /** A waiver's mapping without the keys that nothing was written after, which is as good as leaving them out. */
    private static Yaml filledIn(Yaml item) {
        if (!(item instanceof Yaml.Fields fields)) {
            return item;
        }
        Map<String, Yaml.Entry> entries = new LinkedHashMap<>(fields.entries());
        entries.values()
                .removeIf(entry -> entry.value() instanceof Yaml.Scalar scalar
                        && (scalar.isNull() || scalar.text().isBlank()));
        return new Yaml.Fields(entries, fields.place());
    }

    private static byte[] bytes(Path file) {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(YamlTree.MOST_BYTES);
        } catch (IOException e) {
            throw new ProblemsException(
                    new Problem(file.toString(), "cannot be read: " + e.getMessage(), "check the path"), e);
        }
    }

    private static void add(Fields fields, Map<String, Waiver> waivers, List<Problem> problems) {
        boolean rule = fields.get("rule").isPresent();
        boolean control = fields.get("control").isPresent();
        if (rule && control) {
            problems.add(new Problem(
                    fields.place("control").toString(),
                    "a waiver is for a rule or for a control, not both",
                    "make two of it"));
        }
        List<String> missing = new ArrayList<>(WaiverShape.MANDATORY);
        missing.removeIf(key -> fields.get(key).isPresent());
        if (!rule && !control) {
            missing.add(0, "rule");
        }
        int line = fields.place("id").line();
        Waiver waiver = new Waiver(
                fields.get("id").isPresent() ? fields.text("id") : "line-" + line,
                fields.text(rule ? "rule" : "control"),
                fields.text("target"),
                fields.text("path"),
                fields.text("reason").strip(),
                fields.text("owner"),
                fields.text("approver"),
                fields.text("risk").strip(),
                fields.text("ticket"),
                date(fields, "created", problems),
                date(fields, "expires", problems),
                missing,
                fields.place("id").file() + ":" + line);
        if (waivers.putIfAbsent(waiver.id(), waiver) != null) {
            problems.add(new Problem(
                    fields.place("id").toString(),
                    "the waiver '" + waiver.id() + "' is declared twice",
                    "give each an id of its own"));
        }
        if (fields.get("expires").isPresent() && waiver.expires().isBefore(waiver.created())) {
            problems.add(new Problem(
                    fields.place("expires").toString(), "the waiver expires before it is created", "check both dates"));
        }
    }

    private static LocalDate date(Fields fields, String key, List<Problem> problems) {
        if (fields.get(key).isEmpty()) {
            return LocalDate.EPOCH;
        }
        try {
            return LocalDate.parse(fields.text(key));
        } catch (DateTimeException e) {
            problems.add(new Problem(
                    fields.place(key).toString(),
                    "'" + key + "' is no date: " + fields.text(key),
                    "write it as 2026-12-31"));
            return LocalDate.EPOCH;
        }
    }

    /**
     * @param rulesOf rules of each control; rules themselves stand there with themselves
     * @param months the longest a waiver may be
     */
    record Bounds(Map<String, Set<String>> rulesOf, Set<String> controls, int months) {}

    /** @param matched how many findings each waiver covers, by its id */
    record Applied(List<Judgement> judgements, Map<String, Integer> matched) {}

    /**
     * Turns failures that are covered by a valid waiver into waived findings.
     *
     * @param bounds what a waiver may name and how long it may be
     */
    Applied apply(List<Judgement> judgements, Bounds bounds, LocalDate today) {
        Map<String, Integer> matched = new HashMap<>();
        List<Scope> scopes = waivers.stream()
                .map(w -> new Scope(
                        w,
                        bounds.rulesOf().getOrDefault(w.rule(), Set.of()),
                        pattern(w.path()),
                        valid(w, bounds, today)))
                .toList();
        List<Judgement> all = judgements.stream()
                .map(judgement -> scopes.isEmpty() ? judgement : apply(judgement, scopes, matched))
                .toList();
        return new Applied(all, matched);
    }

    private record Scope(Waiver waiver, Set<String> rules, Pattern path, boolean valid) {
        boolean covers(Verdict verdict) {
            return rules.contains(verdict.rule())
                    && (waiver.target().equals("*") || waiver.target().equals(verdict.target()))
                    && path.matches(verdict.path().toString());
        }
    }

    private static Judgement apply(Judgement judgement, List<Scope> scopes, Map<String, Integer> matched) {
        List<Verdict> findings = new ArrayList<>();
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        counts.putAll(judgement.counts());
        for (Verdict verdict : judgement.findings()) {
            Verdict result = verdict;
            if (verdict.outcome() == Outcome.FAIL) {
                for (Scope scope : scopes) {
                    if (scope.covers(verdict)) {
                        matched.merge(scope.waiver().id(), 1, Integer::sum);
                        if (scope.valid() && result.outcome() == Outcome.FAIL) {
                            result = verdict.waivedBy(scope.waiver().id());
                            counts.merge(Outcome.FAIL, -1, Integer::sum);
                            counts.merge(Outcome.WAIVED, 1, Integer::sum);
                        }
                    }
                }
            }
            findings.add(result);
        }
        counts.values().removeIf(count -> count == 0);
        return new Judgement(judgement.rule(), judgement.target(), counts, findings, judgement.evidence());
    }

    private static boolean valid(Waiver waiver, Bounds bounds, LocalDate today) {
        return waiver.missing().isEmpty()
                && bounds.rulesOf().containsKey(waiver.rule())
                && !selfApproved(waiver)
                && !tooLong(waiver, bounds)
                && !waiver.created().isAfter(today)
                && !waiver.expires().isBefore(today);
    }

    private static boolean tooLong(Waiver waiver, Bounds bounds) {
        return dated(waiver) && waiver.expires().isAfter(waiver.created().plusMonths(bounds.months()));
    }

    private static boolean dated(Waiver waiver) {
        return !waiver.missing().contains("created") && !waiver.missing().contains("expires");
    }

    private static boolean selfApproved(Waiver waiver) {
        return !waiver.owner().isEmpty() && person(waiver.owner()).equals(person(waiver.approver()));
    }

    private static String person(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** {@code *} stands for any characters within one name, {@code **} for any at all. */
    static Pattern pattern(String path) {
        StringBuilder regex = new StringBuilder("(?s)");
        for (int i = 0; i < path.length(); i++) {
            if (path.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else if (path.charAt(i) == '*') {
                regex.append("(?:[^.\":]|\"(?:[^\"\\\\]|\\\\.)*\")*");
            } else {
                regex.append(Pattern.quote(String.valueOf(path.charAt(i))));
            }
        }
        return Pattern.compile(regex.toString());
    }

    static Kind kind() {
        return Catalog.load("meta").kinds().stream()
                .filter(k -> k.name().equals(KIND))
                .findFirst()
                .orElseThrow();
    }

    /** The waivers as facts, in the light of a run. */
    List<Fact> facts(Map<String, Integer> matched, Bounds bounds, LocalDate today) {
        Kind kind = kind();
        List<Fact> facts = new ArrayList<>();
        for (Waiver waiver : waivers) {
            boolean control = bounds.controls().contains(waiver.rule());
            Map<String, @Nullable Object> values = new HashMap<>();
            values.put(control ? "control" : "rule", waiver.rule());
            values.put("scope", waiver.path());
            values.put("on_target", waiver.target());
            values.put("reason", waiver.reason());
            values.put("owner", waiver.owner());
            values.put("approver", waiver.approver());
            values.put("risk", waiver.risk());
            values.put("ticket", waiver.ticket());
            if (!waiver.missing().contains("created")) {
                values.put("created", waiver.created().toString());
            }
            if (!waiver.missing().contains("expires")) {
                values.put("expires", waiver.expires().toString());
                values.put("days_left", ChronoUnit.DAYS.between(today, waiver.expires()));
            }
            if (dated(waiver)) {
                values.put("days", ChronoUnit.DAYS.between(waiver.created(), waiver.expires()));
            }
            values.put("missing", waiver.missing());
            values.put("rule_known", bounds.rulesOf().containsKey(waiver.rule()));
            values.put("self_approved", selfApproved(waiver));
            values.put("too_long", tooLong(waiver, bounds));
            values.put("valid", valid(waiver, bounds, today));
            values.put("matched", (long) matched.getOrDefault(waiver.id(), 0));
            int colon = waiver.file().lastIndexOf(':');
            values.put("file", waiver.file().substring(0, colon));
            values.put("line", Long.valueOf(waiver.file().substring(colon + 1)));
            facts.add(Fact.of(kind, FactPath.of(KIND, waiver.id()), values));
        }
        return facts;
    }
}
