package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Freezing today's findings, as someone does who brings the rules to a database that has been there for years. */
class ExistingDebtTest {

    private static final Path META = Path.of("rules/meta").toAbsolutePath();

    @TempDir
    Path folder;

    private SmallProject project;

    @BeforeEach
    void writeProject() throws IOException, SQLException {
        project = SmallProject.in(folder);
        project.write("plumbline.yaml", """
                version: 1
                project: shop
                targets:
                  main: {engine: sqlite, url: "%s"}
                rules: {packs: [rules]}
                waivers: waivers.yaml
                """.formatted(url()));
        project.write("waivers.yaml", "[]\n");
        project.writeRule();
        Files.createDirectories(folder.resolve("rules/meta"));
        for (String rule : List.of("frozen-finding-stale", "frozen-findings-grew", "frozen-finding-of-unknown-rule")) {
            Files.copy(META.resolve(rule + ".yaml"), folder.resolve("rules/meta/" + rule + ".yaml"));
        }
        sql("CREATE TABLE a (x int)", "CREATE TABLE b (x int)", "CREATE TABLE good (id integer PRIMARY KEY)");
    }

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("shop.db");
    }

    private void sql(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private String frozen() throws IOException {
        return project.read("baselines/main/findings.frozen");
    }

    @Test
    void fromFreezingToGrowthAndBackToNothing() throws IOException, SQLException {
        assertThat(project.plumbline("check", "--no-reports").code()).isEqualTo(1);

        Terminal freeze = project.plumbline("baseline", "accept", "--findings");
        assertThat(freeze.out())
                .contains("main: 2 findings frozen in baselines/main/findings.frozen, 2 added, 0 removed");
        assertThat(frozen().lines().skip(3))
                .containsExactly("table-without-primary-key table:.a", "table-without-primary-key table:.b");
        Terminal quiet = project.plumbline("check", "--no-reports");
        assertThat(quiet.out()).contains("main  table:.a [frozen]").contains("Compliant: 2 frozen.");
        assertThat(quiet.code()).isZero();

        sql("CREATE TABLE c (x int)");
        Terminal more = project.plumbline("check", "--no-reports");
        assertThat(more.code()).isEqualTo(1);
        assertThat(more.out()).contains("1 failure (1 high), 2 frozen");

        Terminal refused = project.plumbline("baseline", "accept", "--findings");
        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.err())
                .contains("baselines/main/findings.frozen: would grow by table-without-primary-key table:.c;")
                .contains("--accept-new");
        assertThat(frozen()).doesNotContain("table:.c");
        project.plumbline("baseline", "accept", "--findings", "--accept-new");
        assertThat(frozen()).contains("\ngrown on ").endsWith("table-without-primary-key table:.c\n");
        growthIsShownByEveryReport();

        sql("DROP TABLE a", "CREATE TABLE a (id integer PRIMARY KEY)");
        Terminal stale = project.plumbline("check", "--no-reports");
        assertThat(stale.code()).isEqualTo(1);
        assertThat(stale.out()).contains("frozen-finding-stale").contains("plumbline baseline accept --prune main");
        waive("frozen-finding-stale");
        assertThat(project.plumbline("check", "--no-reports").code())
                .as("cannot be waived")
                .isEqualTo(1);
        project.write("waivers.yaml", "[]\n");

        sql("CREATE TABLE d (x int)");
        assertThat(project.plumbline("baseline", "accept", "--prune").out())
                .contains("main: - table-without-primary-key table:.a")
                .contains("2 findings frozen in baselines/main/findings.frozen, 0 added, 1 removed");
        assertThat(frozen()).as("pruning freezes nothing").doesNotContain("table:.d");
        sql("DROP TABLE b", "DROP TABLE c", "DROP TABLE d");
        project.plumbline("baseline", "accept", "--prune");
        assertThat(folder.resolve("baselines/main/findings.frozen")).doesNotExist();
    }

    private void growthIsShownByEveryReport() throws IOException {
        Terminal check = project.plumbline("check");
        assertThat(check.code()).isZero();
        assertThat(check.out()).contains("3 frozen (1 frozen finding was added after the first freeze)");
        for (String name : List.of("index.html", "report.md", "annotations.txt", "report.txt")) {
            assertThat(Files.readString(folder.resolve("reports").resolve(name)).replaceAll("\\s+", " "))
                    .as(name)
                    .contains("1 frozen finding was added after the first freeze");
        }
        assertThat(folder.resolve("reports/index.es.html"))
                .content()
                .contains("1 hallazgo congelado se añadió después de la primera congelación");
        assertThat(folder.resolve("reports/junit.xml")).content().contains("name=\"frozen.grown\" value=\"1\"");
        assertThat(folder.resolve("reports/report.sarif")).content().contains("frozen-findings-grew");
        assertThat(folder.resolve("reports/allure-results/environment.properties"))
                .content()
                .contains("frozen.main=3 (grown by 1)");
        String json = project.read("reports/report.json");
        assertThat(json).contains("\"later\" : 1").contains("\"outcome\" : \"frozen\"");
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("src/main/resources/schema/report.schema.json")));
        assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
    }

    private void waive(String rule) throws IOException {
        project.write("waivers.yaml", """
                - id: W-1
                  rule: %s
                  target: "*"
                  path: "**:**"
                  reason: it is accepted as it is
                  owner: ana
                  approver: luis
                  risk: none that matters
                  ticket: T-1
                  created: 2026-01-01
                  expires: 2026-12-31
                """.formatted(rule).replace("\"**:**\"", "\"*:**\""));
    }

    @Test
    void whatIsWaivedIsNotFrozenAndABrokenFileIsNamed() throws IOException {
        waive("table-without-primary-key");
        project.plumbline("baseline", "accept", "--findings");
        assertThat(folder.resolve("baselines/main/findings.frozen")).doesNotExist();
        project.write(
                "baselines/main/findings.frozen", "plumbline-findings 1\nfrozen on 2026-11-22\nno-rule table:a\nx\n");
        Terminal broken = project.plumbline("check");
        assertThat(broken.code()).isEqualTo(3);
        assertThat(broken.err()).contains("baselines/main/findings.frozen:4:1: is no frozen finding");
        project.write(
                "baselines/main/findings.frozen", "plumbline-findings 1\nfrozen on 2026-11-22\nno-rule table:a\n");
        assertThat(project.plumbline("check", "--no-reports").out()).contains("there is no rule 'no-rule'");
    }

    @Test
    void optionsThatContradictEachOtherAreRefused() {
        assertThat(project.plumbline("baseline", "accept", "--accept-new").err())
                .contains("--accept-new belongs to --findings");
        assertThat(project.plumbline("baseline", "accept", "--findings", "table:a")
                        .code())
                .isEqualTo(64);
        assertThat(project.plumbline("baseline", "accept", "--packs", "main").code())
                .isEqualTo(64);
        assertThat(project.plumbline("baseline", "accept", "--findings", "mian").err())
                .contains("did you mean 'main'?");
    }
}
