package dev.plumbline.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.drift.Differ;
import dev.plumbline.drift.Drift;
import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.Coverage.Status;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.rule.Control.Assessment;
import dev.plumbline.rule.Verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleBookTest {

    private static final String LANGUAGES = "{en: \"{path} en\", es: \"{path} es\"}";

    @TempDir
    Path folder;

    private RuleBook book(String... rules) throws IOException {
        for (String rule : rules) {
            String id = rule.lines().findFirst().orElseThrow();
            String body = rule.substring(id.length() + 1);
            String text = "id: " + id + "\ntitle: {en: T, es: T}\nseverity: high\nmessage: " + LANGUAGES
                    + "\nwhy: {en: w, es: w}\nfix: {en: \"drop {path}\", es: f}\n" + body
                    + "\nexamples: {passes: [{table: {path: a.b}}], fails: [{table: {path: a.b}}]}\n";
            Files.createDirectories(folder.resolve("pack"));
            Files.writeString(folder.resolve("pack/" + id + ".yaml"), text);
        }
        return RuleBook.load(List.of(new PackPlace(folder)), RuleSettings.NONE, Shop.KINDS);
    }

    private void controls(String text) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("controls.yaml"), text);
    }

    private static Project project(List<Fact> facts, Map<String, Coverage.Entry> changed) {
        Map<String, Coverage.Entry> coverage = new TreeMap<>();
        Shop.KINDS.all().forEach(k -> coverage.put(k.name(), Coverage.Entry.READ));
        coverage.putAll(changed);
        Snapshot snapshot = new Snapshot("postgresql", Shop.KINDS, facts, Coverage.of(coverage));
        return project(snapshot, Optional.empty());
    }

    private static Project project(Snapshot snapshot, Optional<Drift> drift) {
        return new Project(
                "shop",
                List.of(new Project.Target("main", "15.4", snapshot, drift, Map.of("table", List.of("table.sql")))),
                new Snapshot("project", Shop.KINDS, List.of(), Coverage.NONE),
                Map.of());
    }

    private static Judgement one(RuleBook book, Project project) {
        List<Judgement> all = book.judge(project, Shop.NOW);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static Coverage.Entry entry(Status status) {
        return new Coverage.Entry(status, "so it is");
    }

    private static final String COMMENTED = "no-comment\nfor: table\nassert: has(table.comment)";

    @Test
    void factsThatFailAreFindingsAndFactsThatPassAreCounted() throws IOException {
        Judgement judgement = one(book(COMMENTED), Shop.project());
        assertThat(judgement.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(judgement.counts()).containsExactlyInAnyOrderEntriesOf(Map.of(Outcome.PASS, 1, Outcome.FAIL, 4));
        Verdict first = judgement.findings().get(0);
        assertThat(first.message()).isEqualTo(new Bilingual("table:.relative en", "table:.relative es"));
        assertThat(first.fix().en()).isEqualTo("drop table:.relative");
        assertThat(first.evidence()).containsExactly("comment = (none)");
        assertThat(judgement.evidence().facts()).isEqualTo(5);
        assertThat(judgement.evidence().sources()).containsExactly("table.sql");
    }

    @Test
    void whatWasDeniedIsNoEvidence() throws IOException {
        Judgement judgement = one(book(COMMENTED), project(List.of(), Map.of("table", entry(Status.DENIED))));
        assertThat(judgement.outcome()).isEqualTo(Outcome.NO_EVIDENCE);
        assertThat(judgement.findings().get(0).path()).hasToString("target:main");
        assertThat(judgement.findings().get(0).message().en())
                .isEqualTo("no facts of kind table were read (not shown to the account): so it is");
    }

    @Test
    void ofWhatWasReadInPartFailuresCountAndTheRestIsNoEvidence() throws IOException {
        Judgement judgement = one(book(COMMENTED), project(Shop.facts(), Map.of("table", entry(Status.PARTIAL))));
        assertThat(judgement.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(judgement.counts()).containsEntry(Outcome.NO_EVIDENCE, 1).containsEntry(Outcome.FAIL, 4);
        List<Fact> commented =
                Shop.facts().stream().filter(f -> f.text("comment").isPresent()).toList();
        Judgement passing = one(book(COMMENTED), project(commented, Map.of("table", entry(Status.PARTIAL))));
        assertThat(passing.outcome()).isEqualTo(Outcome.NO_EVIDENCE);
    }

    @Test
    void whatTheServerDoesNotHaveIsNotApplicable() throws IOException {
        Judgement judgement = one(book(COMMENTED), project(List.of(), Map.of("table", entry(Status.UNSUPPORTED))));
        assertThat(judgement.outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
        assertThat(judgement.evidence().incomplete()).containsEntry("table", "so it is");
    }

    @Test
    void partsThatWereNotReadAreNoEvidence() throws IOException {
        RuleBook book =
                book("no-columns\nfor: table\nwhen: table.schema == 'public'\nassert: table.columns.size() > 0");
        Judgement judgement = one(book, project(Shop.facts(), Map.of("column", entry(Status.FAILED))));
        assertThat(judgement.outcome()).isEqualTo(Outcome.NO_EVIDENCE);
        assertThat(judgement.findings()).hasSize(1);
        assertThat(judgement.findings().get(0).message().en())
                .isEqualTo(
                        "3 facts could not be judged: facts of kind column were not read because of a failure: so it is");
        assertThat(judgement.counts()).containsEntry(Outcome.NOT_APPLICABLE, 2).doesNotContainKey(Outcome.PASS);
    }

    @Test
    void nobodyLookedIsSaidOnce() throws IOException {
        Project nothing = project(new Snapshot("postgresql", Shop.KINDS, List.of(), Coverage.NONE), Optional.empty());
        Judgement judgement = one(book(COMMENTED), nothing);
        assertThat(judgement.target()).isEqualTo("project");
        assertThat(judgement.outcome()).isEqualTo(Outcome.NO_EVIDENCE);
    }

    @Test
    void nothingToLookAtIsNotApplicableUnlessTheRuleSaysOtherwise() throws IOException {
        assertThat(one(book(COMMENTED), project(List.of(), Map.of())).outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
        for (String empty : List.of("pass", "fail", "no-evidence")) {
            Judgement judgement = one(book(COMMENTED + "\nempty: " + empty), project(List.of(), Map.of()));
            assertThat(judgement.outcome().word()).isEqualTo(empty);
        }
    }

    @Test
    void anErrorIsAVerdict() throws IOException {
        RuleBook book = book("broken\nfor: table\nassert: 100 / table.rows > 0");
        Judgement judgement = one(book, Shop.project());
        assertThat(judgement.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(judgement.findings().stream().filter(v -> v.outcome() == Outcome.ERROR))
                .allSatisfy(v ->
                        assertThat(v.message().en()).isEqualTo("the rule could not be evaluated: division by zero"));
    }

    @Test
    void undecidedAndConflictAreSaidWithTheirReason() throws IOException {
        RuleBook book = book("unsure\nfor: table\nundecided: table.name == 'orders'\nconflict: table.name == 'order'\n"
                + "assert: \"true\"\nreason: {en: \"why {name}\", es: e}");
        Judgement judgement = one(book, Shop.project());
        assertThat(judgement.counts())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(Outcome.NO_EVIDENCE, 1, Outcome.CONFLICT, 1, Outcome.PASS, 3));
        assertThat(judgement.findings()).extracting(v -> v.message().en()).containsExactly("why order", "why orders");
    }

    @Test
    void aLookUpOfWhatWasNotReadIsNoEvidence() throws IOException {
        RuleBook book =
                book("unread\nfor: table\nwhen: table.name == 'orders'\nassert: exists('setting:' + table.name)");
        Judgement judgement = one(book, project(Shop.facts(), Map.of("setting", entry(Status.DENIED))));
        assertThat(judgement.outcome()).isEqualTo(Outcome.NO_EVIDENCE);
        assertThat(one(book, project(Shop.facts(), Map.of())).outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void changesAreJudgedLikeFacts() throws IOException {
        RuleBook book = book(
                "narrowed\nfor: change\nwhen: change.kind == 'column' && change.type == 'changed'\nassert: change.impact != 'breaking'");
        List<Fact> after = new ArrayList<>(Shop.facts());
        after.removeIf(f -> f.path().toString().equals("column:public.orders.id"));
        after.add(Shop.fact(Shop.COLUMN, "public.orders.id", "position", 1L, "type", "integer", "nullable", true));
        Snapshot now = Shop.snapshot("postgresql", after);
        Drift drift = Differ.compare(Shop.snapshot("postgresql", Shop.facts()), now);
        Judgement judgement = one(book, project(now, Optional.of(drift)));
        assertThat(judgement.findings())
                .hasSize(2)
                .allSatisfy(v -> assertThat(v.path()).hasToString("column:public.orders.id"));
        assertThat(judgement.findings()).extracting(Verdict::fingerprint).doesNotHaveDuplicates();
        assertThat(one(book, project(now, Optional.empty())).outcome()).isEqualTo(Outcome.NO_EVIDENCE);
    }

    @Test
    void fingerprintsAreUniqueAndStableUnderReorderingRewordingAndUnrelatedChange() throws IOException {
        Set<String> before = fingerprints(one(book(COMMENTED), Shop.project()));
        List<Fact> shuffled = new ArrayList<>(Shop.facts());
        shuffled.add(Shop.fact(Shop.TABLE, "public.other", "comment", "c"));
        Collections.shuffle(shuffled, new Random(1));
        Files.delete(folder.resolve("pack/no-comment.yaml"));
        Judgement later = one(
                book(COMMENTED + " && table.comment != ''\nreferences: [x]"),
                project(Shop.snapshot("postgresql", shuffled), Optional.empty()));
        assertThat(fingerprints(later)).isEqualTo(before).hasSize(4);
        assertThat(before).contains("cb5525bbf6f9f93b23ee").hasSize(4);
    }

    private static Set<String> fingerprints(Judgement judgement) {
        List<String> all =
                judgement.findings().stream().map(Verdict::fingerprint).toList();
        assertThat(all).doesNotHaveDuplicates();
        return new HashSet<>(all);
    }

    @Test
    void theOrderOfJudgementsIsThatOfTargetsAndRules() throws IOException {
        RuleBook book = book(
                COMMENTED,
                "a-rule\nfor: setting\nengines: [project]\nassert: \"true\"",
                "b-rule\nfor: target\nassert: target.major >= 15");
        assertThat(book.judge(Shop.project(), Shop.NOW))
                .extracting(j -> j.target() + " " + j.rule().id())
                .containsExactly("main b-rule", "main no-comment", "project a-rule");
    }

    private static final String WAIVER = """
            - id: W-1
              rule: no-comment
              target: main
              path: table:public.*
              reason: Old
              owner: Ana
              approver: Luis
              risk: None
              ticket: T-1
              created: 2026-11-01
              expires: 2027-10-31
            """;

    private Waivers waivers(String text) throws IOException {
        Path file = folder.resolve("w.txt");
        Files.writeString(file, text);
        return Waivers.load(file);
    }

    private Map<Outcome, Integer> waived(String text) throws IOException {
        return book(COMMENTED)
                .judge(Shop.project(), Shop.NOW, waivers(text))
                .get(0)
                .counts();
    }

    @Test
    void aWaiverTurnsFailuresIntoWaivedFindingsWithinItsScope() throws IOException {
        assertThat(waived(WAIVER)).isEqualTo(Map.of(Outcome.PASS, 1, Outcome.WAIVED, 2, Outcome.FAIL, 2));
        assertThat(waived(WAIVER.replace("public.*", "**"))).isEqualTo(Map.of(Outcome.PASS, 1, Outcome.WAIVED, 4));
        assertThat(waived(WAIVER.replace("public.*", "\"public.orders\"")))
                .isEqualTo(Map.of(Outcome.PASS, 1, Outcome.FAIL, 4));
        assertThat(waived(WAIVER.replace("target: main", "target: other"))).doesNotContainKey(Outcome.WAIVED);
    }

    @Test
    void anInvalidWaiverWaivesNothing() throws IOException {
        for (String invalid : List.of(
                WAIVER.replace("2027-10-31", "2026-11-21"),
                WAIVER.replace("2027-10-31", "2027-11-02"),
                WAIVER.replace("  ticket: T-1\n", ""),
                WAIVER.replace("ticket: T-1", "ticket: ''"),
                WAIVER.replace("expires: 2027-10-31", "expires:"),
                WAIVER.replace("id: W-1\n  rule", "rule"),
                WAIVER.replace("2026-11-01", "2026-11-23"),
                WAIVER.replace("approver: Luis", "approver: ' ana '"),
                WAIVER.replace("rule: no-comment", "rule: no-such-rule"))) {
            assertThat(waived(invalid)).as(invalid).doesNotContainKey(Outcome.WAIVED);
        }
    }

    @Test
    void aYearIsAYear() throws IOException {
        assertThat(waived(WAIVER.replace("2027-10-31", "2027-11-01"))).containsEntry(Outcome.WAIVED, 2);
        assertThat(waived(WAIVER.replace("2026-11-01", "2024-02-29").replace("2027-10-31", "2025-03-01")))
                .doesNotContainKey(Outcome.WAIVED);
    }

    @Test
    void howLongAWaiverMayBeIsAParameter() throws IOException {
        String months = "waiver-too-long\nfor: waiver\nassert: \"!waiver.too_long && params.months == 3\"\n"
                + "parameters:\n  months: {type: int, default: 3, about: Months}";
        Waivers waivers = waivers(WAIVER.replace("2027-10-31", "2027-02-01")
                + WAIVER.replace("W-1", "W-2").replace("2027-10-31", "2027-02-02"));
        List<Judgement> all = book(COMMENTED, months).judge(Shop.project(), Shop.NOW, waivers);
        assertThat(all.get(1).findings()).extracting(v -> v.path().toString()).containsExactly("waiver:W-2");
    }

    @Test
    void whatAWaiverLacksIsAFact() throws IOException {
        RuleBook book = book(COMMENTED, "lacking\nfor: waiver\nassert: waiver.missing.size() == 0");
        String rest = "owner: Ana\n";
        List<Judgement> all = book.judge(Shop.project(), Shop.NOW, waivers("- id: W-1\n  " + rest + "- " + rest));
        assertThat(all.get(1).findings())
                .extracting(v -> v.path().toString())
                .containsExactly("waiver:W-1", "waiver:line-3");
    }

    @Test
    void aWaiverThatSaysWhatNobodyUnderstandsIsAProblemWithItsPlace() {
        assertThatThrownBy(() -> waivers(WAIVER.replace("created: 2026-11-01", "created: 2026-13-01")))
                .hasMessageContaining("w.txt:10:12: 'created' is no date: 2026-13-01; write it as 2026-12-31");
        assertThatThrownBy(() -> waivers(WAIVER + WAIVER))
                .hasMessageEndingWith("w.txt:12:7: the waiver 'W-1' is declared twice; give each an id of its own");
        assertThatThrownBy(() -> waivers(WAIVER.replace("  owner: Ana\n", "")))
                .hasMessageContaining("w.txt:1:3: a waiver needs the key 'owner'");
        assertThatThrownBy(() -> waivers(WAIVER.replace("  rule:", "  rul:")))
                .hasMessageContaining("w.txt:2:3: a waiver has no key 'rul'; did you mean 'rule'?");
        assertThatThrownBy(() -> waivers(WAIVER + "  control: RNF-1\n"))
                .hasMessageContaining("w.txt:12:12: a waiver is for a rule or for a control, not both; make two of it");
    }

    @Test
    void waiversAreFactsThatRulesJudgeAndNothingWaivesThat() throws IOException {
        RuleBook book =
                book(COMMENTED, "stale-waiver\nfor: waiver\nassert: waiver.matched > 0 && waiver.days_left > 30");
        List<Judgement> all = book.judge(
                Shop.project(),
                Shop.NOW,
                waivers(WAIVER
                        + WAIVER.replace("W-1", "W-2").replace("public.*", "nowhere.*")
                        + WAIVER.replace("W-1", "W-3")
                                .replace("no-comment", "stale-waiver")
                                .replace("table:public.*", "\"**:**\"")
                                .replace("path: \"**:**\"", "path: '**:**'")
                                .replace("target: main", "target: '*'")));
        Judgement meta = all.get(1);
        assertThat(meta.rule().id()).isEqualTo("stale-waiver");
        assertThat(meta.findings()).extracting(v -> v.path().toString()).containsExactly("waiver:W-2", "waiver:W-3");
        assertThat(meta.findings()).allSatisfy(v -> assertThat(v.outcome()).isEqualTo(Outcome.FAIL));
        assertThat(meta.findings().get(0).location().orElseThrow().line()).isEqualTo(12);
    }

    private static final String CONTROLS = """
            - id: C-1
              title: {en: T, es: T}
              source: Document A
              level: recommended
              threshold: 40
              rules: [no-comment]
              limits: {en: L, es: L}
            - id: C-2
              title: {en: T, es: T}
              source: Document B
              level: critical
              rules: [other]
              limits: {en: L, es: L}
            """;

    private static final String OTHER = "other\nfor: table\nassert: \"table.name != 'orders'\"";

    @Test
    void controlsAreAssessedByTheirThreshold() throws IOException {
        controls(CONTROLS);
        RuleBook book = book(COMMENTED, OTHER);
        List<Judgement> judgements =
                book.judge(Shop.project(), Shop.NOW, waivers(WAIVER.replace("public.*", "public.orders")));
        List<Assessment> assessments = book.assess(judgements);
        assertThat(assessments.get(0).status()).isEqualTo(Control.Status.COMPLIANT);
        assertThat(assessments.get(0).score()).isEqualTo(40);
        assertThat(assessments.get(0).scoreWithoutWaivers()).isEqualTo(20);
        assertThat(assessments.get(1).status()).isEqualTo(Control.Status.NOT_COMPLIANT);
        assertThat(assessments.get(1).reason().en()).isEqualTo("1 of 5 fail: 80 % where 100 % are required");
    }

    @Test
    void controlsThatContradictEachOtherAreConflictsWithBothSources() throws IOException {
        controls(CONTROLS + "  conflicts_with: [C-1]\n");
        RuleBook book = book(COMMENTED, OTHER);
        List<Assessment> assessments = book.assess(book.judge(Shop.project(), Shop.NOW));
        assertThat(assessments.stream().map(Assessment::status).collect(Collectors.toSet()))
                .containsExactly(Control.Status.CONFLICT);
        assertThat(assessments.get(0).reason().en())
                .isEqualTo("C-1 (Document A) and C-2 (Document B) cannot both hold; decide which one does");
    }

    @Test
    void aControlWithoutEvidenceIsNotAssessed() throws IOException {
        controls(CONTROLS.replace("rules: [other]", "rules: []"));
        RuleBook book = book(COMMENTED);
        List<Assessment> assessments =
                book.assess(book.judge(project(List.of(), Map.of("table", entry(Status.DENIED))), Shop.NOW));
        assertThat(assessments).extracting(Assessment::status).containsOnly(Control.Status.NOT_ASSESSED);
        assertThat(assessments)
                .extracting(a -> a.reason().en())
                .containsExactly("no evidence from no-comment", "no rule gives evidence for it");
        assertThat(assessments.get(0).score()).isEqualTo(-1);
    }

    @Test
    void controlsAndRulesThatNameEachOtherExist() throws IOException {
        controls(CONTROLS.replace("no-comment", "no-coment"));
        assertThatThrownBy(() -> book(COMMENTED, OTHER))
                .hasMessageEndingWith("controls.yaml:6:11: there is no rule 'no-coment'; did you mean 'no-comment'?");
    }

    @Test
    void packsAndRulesAreSwitchedOffAndMadeStricterByConfiguration() throws IOException {
        book(COMMENTED);
        RuleSettings off = new RuleSettings(
                "en",
                Map.of("pack", new RuleSettings.Setting(Optional.empty(), Optional.of(false), Map.of(), "")),
                Map.of());
        assertThat(RuleBook.load(List.of(new PackPlace(folder)), off, Shop.KINDS)
                        .judge(Shop.project(), Shop.NOW))
                .isEmpty();
        RuleSettings critical = new RuleSettings(
                "en",
                off.packs(),
                Map.of(
                        "no-comment",
                        new RuleSettings.Setting(
                                Optional.of(Rule.Severity.CRITICAL),
                                Optional.of(true),
                                Map.of(),
                                "plumbline.yaml:1:1")));
        RuleBook book = RuleBook.load(List.of(new PackPlace(folder)), critical, Shop.KINDS);
        assertThat(book.rule("no-comment").orElseThrow().severity()).isEqualTo(Rule.Severity.CRITICAL);
        assertThat(book.judge(Shop.project(), Shop.NOW)).hasSize(1);
    }

    @Test
    void aLoopWithoutEndIsAnError() throws IOException {
        RuleBook book = book(
                "endless\nfor: target\nassert: target.columns.all(a, target.columns.all(b, target.columns.all(c, target.columns.all(d, "
                        + "target.columns.all(e, target.columns.all(f, target.columns.all(g, target.columns.all(h, a.name != ''))))))))");
        Judgement judgement = one(book, Shop.project());
        assertThat(judgement.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(judgement.findings().get(0).message().en()).contains("more than 1000000 steps for one fact");
    }

    private static final String ROWS = "few-rows\nfor: table\nwhen: table.schema != ''\nassert: has(table.owner)\n";

    @Test
    void aThresholdGivesOneVerdictForTheTarget() throws IOException {
        Judgement strict = one(book(ROWS + "threshold: {percent: 26}"), Shop.project());
        assertThat(strict.counts()).containsEntry(Outcome.FAIL, 1).doesNotContainKey(Outcome.PASS);
        Verdict finding = strict.findings().get(0);
        assertThat(finding.path()).hasToString("target:main");
        assertThat(finding.message().en())
                .isEqualTo("1 of 4 hold (25 %), required are 26 %; not: table:public.empty, table:public.order,"
                        + " table:shop.\"Order Line\"");
        assertThat(finding.evidence()).contains("table:public.empty: table:public.empty en");
        assertThat(one(book(ROWS + "threshold: {percent: 25}"), Shop.project()).counts())
                .containsExactly(Map.entry(Outcome.PASS, 1), Map.entry(Outcome.NOT_APPLICABLE, 1));
        assertThat(one(book(ROWS + "threshold: {count: 3}"), Shop.project()).outcome())
                .isEqualTo(Outcome.PASS);
        assertThat(one(book(ROWS + "threshold: {count: 2}"), Shop.project())
                        .findings()
                        .get(0)
                        .message()
                        .en())
                .startsWith("3 of 4 do not hold, at most 2 may; not: ");
    }

    @Test
    void aThresholdOverWhatWasReadInPartIsOnlyDecidedWhereTheRestCannotMatter() throws IOException {
        Project partial = project(Shop.facts(), Map.of("table", entry(Status.PARTIAL)));
        assertThat(one(book(ROWS + "threshold: {percent: 25}"), partial).outcome())
                .isEqualTo(Outcome.NO_EVIDENCE);
        Project denied = project(List.of(), Map.of("table", entry(Status.DENIED)));
        assertThat(one(book(ROWS + "threshold: {percent: 25}"), denied).outcome())
                .isEqualTo(Outcome.NO_EVIDENCE);
        String undecided = ROWS + "undecided: table.name == 'order'\n";
        assertThat(one(book(undecided + "threshold: {percent: 34}"), Shop.project())
                        .outcome())
                .as("one of four holds, one may")
                .isEqualTo(Outcome.NO_EVIDENCE);
        assertThat(one(book(undecided + "threshold: {percent: 25}"), Shop.project())
                        .outcome())
                .as("would hold even if the open one did not")
                .isEqualTo(Outcome.PASS);
        assertThat(one(book(undecided + "threshold: {percent: 51}"), Shop.project())
                        .outcome())
                .as("would fail even if the open one held")
                .isEqualTo(Outcome.FAIL);
    }

    @Test
    void whatDependsOnNoFactOfItsOwnIsEvaluatedOncePerTarget() throws IOException {
        int[] asked = {0};
        Code once = new Codes.Once(new Code() {
            @Override
            Object eval(Frame frame) {
                return (long) ++asked[0];
            }
        });
        World world = Shop.world();
        for (Node node : world.targets().get(0).nodes("table")) {
            assertThat(once.eval(new Frame(node, 0, 1))).isEqualTo(1L);
        }
        assertThat(once.eval(new Frame(Shop.world().targets().get(0).node(), 0, 1)))
                .as("another run")
                .isEqualTo(2L);
        RuleBook book = book("twins\nfor: table\nassert: '!(table.name in duplicates(target.tables.map(t, t.name)))'");
        List<Fact> twins = new ArrayList<>(Shop.facts());
        twins.add(Shop.fact(Shop.TABLE, "other.orders"));
        assertThat(one(book, project(twins, Map.of())).findings())
                .extracting(v -> v.path().toString())
                .containsExactly("table:other.orders", "table:public.orders");
    }
}
