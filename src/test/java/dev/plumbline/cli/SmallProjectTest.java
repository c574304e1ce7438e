package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on a project of two tables, as its owner would use them. */
class SmallProjectTest {

    @TempDir
    Path folder;

    private SmallProject project;

    @BeforeEach
    void writeProject() throws IOException {
        project = SmallProject.in(folder);
        project.write("plumbline.yaml", """
                version: 1
                project: shop
                targets:
                  main:
                    engine: postgresql
                    database: shop
                    migrations: [{tool: sql, folder: db}]
                rules: {packs: [rules]}
                """);
        project.write("db/0001_orders.up.sql", """
                CREATE TABLE orders (id bigint PRIMARY KEY, total numeric(10,2) NOT NULL);
                CREATE INDEX orders_total_idx ON orders (total);
                """);
        project.write("db/0001_orders.down.sql", "DROP TABLE orders;\n");
        project.writeRule();
    }

    @Test
    void fromTheFirstBaselineToDriftAndBack() throws IOException {
        Terminal first = project.plumbline("baseline", "accept");
        assertThat(first.out()).contains("main: first baseline").contains("baselines/main");
        assertThat(project.read("baselines/main/public/table.txt"))
                .contains("table public.orders")
                .contains("  column total type=\"numeric(10,2)\" nullable=false");
        Terminal clean = project.plumbline("check");
        assertThat(clean.err() + clean.out()).contains("reports/index.html");
        assertThat(clean.code()).isZero();

        project.write(
                "db/0002_lines.up.sql",
                "CREATE TABLE lines (text text); ALTER TABLE orders ALTER total TYPE numeric(12,2);");
        Terminal drifted = project.plumbline("check", "--no-reports");
        assertThat(drifted.code()).isEqualTo(1);
        assertThat(drifted.out()).contains("table:public.lines has no primary key");

        Terminal diff =
                project.plumbline("diff", folder.resolve("baselines/main").toString(), "main");
        assertThat(diff.code()).isEqualTo(1);
        assertThat(diff.out())
                .contains("+ table:public.lines and 1 parts [additive]")
                .contains("~ column:public.orders.total type: numeric(10,2) -> numeric(12,2) [breaking]");
        String baseline = folder.resolve("baselines/main").toString();
        assertThat(project.plumbline("diff", baseline, "main", "--format", "sql")
                        .out())
                .contains("-- DROP TABLE \"public\".\"lines\";")
                .contains("-- ALTER TABLE \"public\".\"orders\" ALTER COLUMN \"total\" TYPE numeric(10,2);");
        assertThat(project.plumbline("diff", baseline, "main", "--format", "sql", "--allow-destructive")
                        .out())
                .contains("\nDROP TABLE \"public\".\"lines\";");

        Terminal part = project.plumbline("baseline", "accept", "main", "column:public.orders.total");
        assertThat(part.out()).contains("main: 1 changes accepted");
        assertThat(project.plumbline("diff", folder.resolve("baselines/main").toString(), "main")
                        .out())
                .contains("table:public.lines")
                .contains("1 difference")
                .doesNotContain("numeric");
    }

    @Test
    void aMigrationThatDoesNotComeBackIsLossyAndOneWithoutAWayBackIrreversible() throws IOException {
        project.write("db/0002_lines.up.sql", "CREATE TABLE lines (id bigint PRIMARY KEY, text text);");
        project.write("db/0002_lines.down.sql", "ALTER TABLE lines DROP COLUMN text;");
        project.write("db/0003_more.up.sql", "CREATE TABLE IF NOT EXISTS more (id bigint PRIMARY KEY);");
        project.write("db/0002_lines.up.sql", "CREATE TABLE IF NOT EXISTS lines (id bigint PRIMARY KEY, text text);");
        Terminal terminal = project.plumbline("prove");
        assertThat(terminal.out())
                .contains("proven        main 0001_orders (db/0001_orders.up.sql)")
                .contains("lossy         main 0002_lines (db/0002_lines.up.sql)")
                .contains("after the way down: unexpected table:public.lines")
                .contains("irreversible  main 0003_more (db/0003_more.up.sql)")
                .contains("1 of 3 migrations proven");
        assertThat(terminal.code()).isEqualTo(1);
    }

    @Test
    void aWayDownThatLeavesWhatTheWayUpMeetsIsLossyNotFailed() throws IOException {
        project.write("db/0002_state.up.sql", "ALTER TABLE orders ADD COLUMN state text;");
        project.write("db/0002_state.down.sql", "SELECT 1;");
        project.write("db/0003_more.up.sql", "CREATE TABLE more (id bigint PRIMARY KEY);");
        Terminal terminal = project.plumbline("prove");
        assertThat(terminal.out())
                .contains("lossy         main 0002_state")
                .contains("after the way down: unexpected column:public.orders.state")
                .contains("up again: db/0002_state.up.sql:1: the postgresql sandbox refuses the statement")
                .contains("not-run       main 0003_more");
        assertThat(terminal.code()).isEqualTo(1);
    }

    @Test
    void whatNeedsAllTargetsIsNotJudgedWhenOneIsChosen() throws IOException {
        String yaml = project.read("plumbline.yaml");
        project.write(
                "plumbline.yaml", yaml.replace("  main:", "  other: {engine: postgresql, database: other}\n  main:"));
        project.write("rules/own/orders-table-missing.yaml", """
                id: orders-table-missing
                title: {en: No orders, es: Sin pedidos}
                severity: high
                for: project
                assert: project.tables.exists(t, t.name == 'orders')
                message: {en: "no orders", es: "sin pedidos"}
                why: {en: They are the business., es: Son el negocio.}
                fix: {en: Add them., es: Crearlos.}
                examples:
                  passes: [{table: {path: public.orders}}]
                  fails: [{table: {path: public.other}}]
                """);
        assertThat(project.plumbline("check", "other", "--no-reports").out()).doesNotContain("orders-table-missing");
        assertThat(project.plumbline("check", "--no-reports").out()).doesNotContain("orders-table-missing");
    }

    @Test
    void targetsMayShareMigrationsAndFoldersMayShareAName() throws IOException {
        String yaml = project.read("plumbline.yaml");
        String more = """
                  twin: {engine: postgresql, migrations: [{tool: sql, folder: db}]}
                  other: {engine: postgresql, migrations: [{tool: sql, folder: other/db}]}
                """;
        project.write("plumbline.yaml", yaml.replace("  main:", more + "  main:"));
        project.write("other/db/0001_lines.up.sql", "CREATE TABLE lines (id bigint PRIMARY KEY);\n");
        Terminal check = project.plumbline("check", "--no-reports");
        assertThat(check.code()).as(check.err() + check.out()).isZero();
        assertThat(check.out()).contains("twin").contains("other");
    }

    @Test
    void aMigrationThatFailsNamesItsLine() throws IOException {
        project.write("db/0002_bad.up.sql", "SELECT 1;\n\nCREATE TABLE orders (id int);\n");
        Terminal terminal = project.plumbline("check");
        assertThat(terminal.code()).isEqualTo(3);
        assertThat(terminal.err()).contains("db/0002_bad.up.sql:3: ").contains("\"orders\" already exists");
        assertThat(folder.resolve("reports")).doesNotExist();
    }

    @Test
    void rulesAreListedShownAndTested() {
        assertThat(project.plumbline("rules", "list").out())
                .contains("table-without-primary-key")
                .contains("1 rules");
        assertThat(project.plumbline("rules", "show", "table-without-primary-key")
                        .out())
                .contains("assert     table.primary_keys.size() > 0");
        Terminal test = project.plumbline("rules", "test");
        assertThat(test.out()).contains("1 rules, 2 examples, 0 wrong");
        assertThat(test.code()).isZero();
        assertThat(project.plumbline("rules", "show", "table-without-primry-key")
                        .err())
                .contains("did you mean 'table-without-primary-key'?");
    }

    @Test
    void aPathAndAFindingAreExplained() throws IOException {
        project.write("db/0002_lines.up.sql", "CREATE TABLE lines (text text);");
        project.plumbline("baseline", "accept");
        Terminal check = project.plumbline("check");
        assertThat(check.code()).isEqualTo(1);
        String report = project.read("reports/report.json");
        String fingerprint = report.replaceFirst("(?s).*\"fingerprint\"\\s*:\\s*\"([0-9a-f]+)\".*", "$1");
        assertThat(project.plumbline("explain", fingerprint).out())
                .contains("fail table-without-primary-key table:public.lines")
                .contains("why: Rows cannot be told apart.");
        assertThat(project.plumbline("explain", "table:public.lines").out()).contains("in the baseline of main:");
        project.write("db/0003_short.up.sql", "ALTER TABLE lines ALTER text TYPE VARCHAR(20);");
        project.plumbline("check");
        assertThat(project.plumbline("explain", "column:public.lines.text").out())
                .contains("type differs (breaking):")
                .contains("expected: text")
                .contains("found:    character varying(20)")
                .contains("they part at character 1, after these normal forms: hidden-name@1, type-name@1")
                .contains("type-name@1 (type): The server writes types by their full names");
        assertThat(project.plumbline("explain", "tabel:public.lines").err()).contains("did you mean 'table'?");
    }

    @Test
    void whatIsSwitchedOffIsNotReportedButCounted() throws IOException {
        project.plumbline("baseline", "accept");
        project.write(
                "db/0002_note.up.sql", "COMMENT ON TABLE orders IS 'what was sold'; GRANT SELECT ON orders TO PUBLIC;");
        String kept = folder.resolve("baselines/main").toString();
        assertThat(project.plumbline("diff", kept, "main").out()).contains("2 differences");
        Terminal quiet = project.plumbline("diff", kept, "main", "--ignore", "comments,privileges");
        assertThat(quiet.out()).contains("equal", "2 more are ignored by rule");
        assertThat(quiet.code()).isZero();
        Terminal wrong = project.plumbline("diff", kept, "main", "--ignore", "coments");
        assertThat(wrong.code()).isEqualTo(64);
        assertThat(wrong.err()).contains("'coments' is no aspect and no attribute; did you mean 'comments'?");
        project.write(
                "plumbline.yaml", project.read("plumbline.yaml") + "compare: {comments: false, privileges: false}\n");
        assertThat(project.plumbline("check").code()).isZero();
        assertThat(project.read("reports/report.json")).contains("compare.comments is false");
        assertThat(project.read("reports/index.html")).contains("compare.privileges is false");
    }
}
