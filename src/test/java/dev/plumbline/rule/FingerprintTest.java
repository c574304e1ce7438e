package dev.plumbline.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A finding is the same finding as long as its rule finds the same thing at the same place. */
class FingerprintTest {

    @TempDir
    Path folder;

    private RuleBook book(String message, String severity) throws IOException {
        for (String kind : List.of("table", "column", "index", "grant", "setting")) {
            Path file = folder.resolve("pack/every-" + kind + ".yaml");
            Files.createDirectories(file.getParent());
            Files.writeString(file, """
                    id: every-%s
                    title: {en: T, es: T}
                    severity: %s
                    for: %s
                    assert: %s.name == ''
                    message: {en: "%s", es: "%s"}
                    why: {en: w, es: w}
                    fix: {en: f, es: f}
                    examples: {passes: [{%s: {name: a}}], fails: [{%s: {name: a}}]}
                    """.formatted(kind, severity, kind, kind, message, message, kind, kind));
        }
        return RuleBook.load(List.of(new PackPlace(folder)), RuleSettings.NONE, Shop.KINDS);
    }

    /** What each finding is about, by its fingerprint. */
    private static Map<String, String> findings(RuleBook book, List<Fact> facts) {
        Snapshot files =
                new Snapshot("project", Shop.KINDS, List.of(), Coverage.of(Map.of("setting", Coverage.Entry.READ)));
        Project project = new Project(
                "shop",
                List.of(new Project.Target("main", "", Shop.snapshot("postgresql", facts), Optional.empty(), Map.of())),
                files,
                Map.of());
        Map<String, String> findings = new TreeMap<>();
        for (Judgement judgement : book.judge(project, Shop.NOW)) {
            for (Verdict finding : judgement.findings()) {
                assertThat(findings.put(finding.fingerprint(), finding.rule() + " " + finding.path()))
                        .as("another finding with the fingerprint of %s", finding.path())
                        .isNull();
            }
        }
        return findings;
    }

    @Test
    void orderWordingSeverityAndWhatElseIsThereChangeNothing() throws IOException {
        Map<String, String> known = findings(book("{path} is bad", "high"), Shop.facts());
        assertThat(known).hasSize(Shop.facts().size());

        List<Fact> shuffled = new ArrayList<>(Shop.facts());
        Collections.shuffle(shuffled, new Random(4));
        assertThat(findings(book("{path} is bad", "high"), shuffled)).isEqualTo(known);
        assertThat(findings(book("quite another sentence about {name}", "low"), Shop.facts()))
                .isEqualTo(known);

        List<Fact> more = new ArrayList<>(Shop.facts());
        more.add(0, Shop.fact(Shop.TABLE, "aaa.first", "rows", 4L));
        more.add(Shop.fact(Shop.SETTING, "z", "file", "a.py", "line", 7L));
        Map<String, String> grown = findings(book("{path} is bad", "high"), more);
        assertThat(grown).hasSize(known.size() + 2).containsAllEntriesOf(known);
        more.set(more.size() - 1, Shop.fact(Shop.SETTING, "z", "file", "b.py", "line", 70L));
        assertThat(findings(book("{path} is bad", "high"), more)).isEqualTo(grown);
    }

    @Test
    void anotherAttributeOfTheSameFactIsNoOtherFinding() throws IOException {
        List<Fact> changed = new ArrayList<>(Shop.facts());
        changed.replaceAll(fact -> fact.path().toString().equals("table:public.empty")
                ? Shop.fact(Shop.TABLE, "public.empty", "table_kind", "table", "rows", 12L)
                : fact);
        assertThat(findings(book("m", "high"), changed)).isEqualTo(findings(book("m", "high"), Shop.facts()));
    }

    @Test
    void noTwoFindingsOfAShippedRuleAreTakenForOne() {
        RuleBook book = RuleBook.load(List.of(new PackPlace(Path.of("rules"))), RuleSettings.NONE, Catalog.allKinds());
        int findings = 0;
        for (CompiledRule rule : book.compiled()) {
            for (Example example : rule.examples()) {
                World world = new World(example.project(), example.now());
                Map<String, Verdict> byPrint = new HashMap<>();
                for (World.View view : Judge.views(rule, world)) {
                    for (Verdict finding : Judge.judge(rule, view).findings()) {
                        findings++;
                        assertThat(byPrint.put(finding.fingerprint(), finding))
                                .as("%s, %s", rule.rule().id(), example.place())
                                .isNull();
                    }
                }
            }
        }
        assertThat(findings).isGreaterThan(book.rules().size());
        assertThat(Set.copyOf(book.rules().stream().map(Rule::id).collect(Collectors.toList())))
                .hasSize(book.rules().size());
    }
}
