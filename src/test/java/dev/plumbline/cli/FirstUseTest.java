package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer does in a project that Plumbline has never seen. */
class FirstUseTest {

    @TempDir
    Path scratch;

    @TempDir
    Path folder;

    private SmallProject project;

    @BeforeEach
    void writeMigrations() throws IOException {
        project = SmallProject.in(folder);
        project.write("db/migration/V1__orders.sql", """
                -- Orders, as the shop takes them.
                CREATE TABLE orders (id bigint PRIMARY KEY, placed_at timestamptz NOT NULL);
                COMMENT ON TABLE orders IS 'One order of one customer.';
                """);
        project.write("db/migration/U1__orders.sql", "DROP TABLE orders;\n");
    }

    @Test
    void initBaselineAndCheckAreAllThatIsNeeded() throws Exception {
        Terminal init = plumbline("init");
        assertThat(init.out()).contains("found Flyway migrations in db/migration", "wrote plumbline.yaml");
        assertThat(project.read("plumbline.yaml"))
                .contains("packs: [library]", "sessions: {active: false}    # needs files.django");

        assertThat(plumbline("baseline", "accept").code()).isZero();
        Terminal check = plumbline("check");

        assertThat(check.out()).matches("(?s).* 1\\d\\d rules judged .*|.* 2\\d\\d rules judged .*");
        assertThat(check.out()).doesNotContain("no evidence").doesNotContain("without evidence");
        assertThat(check.code()).as(check.out()).isZero();

        project.write("db/migration/V2__totals.sql", "-- Totals.\nCREATE TABLE totals (amount money);\n");
        Terminal next = plumbline("check");
        assertThat(next.code()).isEqualTo(Exit.FINDINGS);
        assertThat(next.out())
                .contains("table-without-primary-key", "pg-money", "new-table-without-primary-key", "totals");
    }

    @Test
    void initLeavesAConfigurationAlone() throws Exception {
        project.write("plumbline.yaml", "version: 1\n");
        Terminal again = plumbline("init");
        assertThat(again.code()).isEqualTo(Exit.FAILED);
        assertThat(again.err()).contains("plumbline.yaml: exists already");
        assertThat(project.read("plumbline.yaml")).isEqualTo("version: 1\n");
    }

    @Test
    void ownRulesStandBesideTheLibrary() throws Exception {
        project.write("rules/own/.keep", "");
        assertThat(plumbline("init").code()).isZero();
        assertThat(project.read("plumbline.yaml")).contains("packs: [library, rules]");
        Terminal created = plumbline("rules", "new", "own/order-without-customer", "--for", "table");
        assertThat(created.out()).contains("rules/own/order-without-customer.yaml");
    }

    @Test
    void aRuleIsNeverWrittenIntoTheLibrary() throws Exception {
        assertThat(plumbline("init").code()).isZero();
        Terminal refused = plumbline("rules", "new", "own/order-without-customer", "--for", "table");
        assertThat(refused.code()).isEqualTo(Exit.FAILED);
        assertThat(refused.err()).contains("no folder of your own is configured", "packs: [library, rules]");
    }

    private Terminal plumbline(String... arguments) throws Exception {
        List<String> there = List.of("sh", "-c", "cd \"$0\" && exec \"$@\"", folder.toString());
        return Program.run(scratch, new Program.Around(there, List.of(), Map.of()), arguments);
    }
}
