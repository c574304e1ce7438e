package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The worked example of docs/own-queries.md, and what may go wrong with such a query. */
class OwnQueriesTest {

    private static final String FILE = "evidence/sequence_use.sql";

    @TempDir
    Path folder;

    private SmallProject project;

    private String query = "";

    /** The page's three blocks: configuration, query and rule. */
    @BeforeEach
    void writeTheExample() throws IOException {
        project = SmallProject.in(folder);
        List<String> blocks = Pattern.compile("(?s)```(?:yaml|sql)\n(.*?)```")
                .matcher(Files.readString(Path.of("docs/own-queries.md")))
                .results()
                .map((MatchResult r) -> r.group(1))
                .toList();
        assertThat(blocks).hasSize(3);
        query = blocks.get(1);
        project.write("plumbline.yaml", blocks.get(0) + "limits: {statement_seconds: 2}\n");
        project.write(FILE, query);
        project.write("rules/own/sequence-nearly-used-up.yaml", blocks.get(2));
        project.write("db/0001_a.up.sql", """
                CREATE SEQUENCE s1 MAXVALUE 100; SELECT setval('s1', 90);
                CREATE SEQUENCE s2 MAXVALUE 100 CYCLE; SELECT setval('s2', 90);
                CREATE SEQUENCE s3;
                """);
    }

    private static String slowRule() {
        return """
                id: slow
                title: {en: S, es: S}
                severity: low
                for: slow
                assert: slow.name != ''
                message: {en: m, es: m}
                why: {en: w, es: w}
                fix: {en: f, es: f}
                examples: {passes: [{slow: {path: a}}], fails: [{slow: {path: '""'}}]}
                """;
    }

    @Test
    void theDocumentedExampleFindsWhatItIsFor() throws IOException {
        assertThat(project.plumbline("rules", "test").out()).contains("1 rules, 3 examples, 0 wrong");
        Terminal check = project.plumbline("check", "--no-reports");
        assertThat(check.out())
                .contains("main  sequence_use:public.s1")
                .contains("sequence_use:public.s1 is used up to 90 %")
                .doesNotContain("sequence_use:public.s2", "sequence_use:public.s3");
        assertThat(check.code()).isEqualTo(1);

        project.plumbline("baseline", "accept");
        assertThat(project.read("baselines/main/public/sequence_use.txt"))
                .contains("sequence_use public.s2")
                .contains("cycles=true");
        project.write(
                "rules/own/sequence-nearly-used-up.yaml",
                project.read("rules/own/sequence-nearly-used-up.yaml")
                        .replace("sequence_use.percent <", "sequence_use.percnt <"));
        assertThat(project.plumbline("rules", "test").err()).contains("did you mean 'percent'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mariadb", "mysql"})
    void aQueryOnMySqlAndMariaDbIsReadJudgedAndHeldAgainstTheBaseline(String engine) throws IOException {
        project.write("plumbline.yaml", """
                version: 1
                project: shop
                targets:
                  main: {engine: %s, database: shop, migrations: [{tool: sql, folder: db}]}
                queries:
                  - {engine: %s, file: evidence/number_use.sql}
                  - {target: main, file: evidence/slow.sql}
                rules: {packs: [rules]}
                limits: {statement_seconds: 2}
                """.formatted(engine, engine));
        project.write("evidence/number_use.sql", """
                -- plural: number_uses
                -- about: How many numbers of a generated key are used up.
                -- path: schema, table
                -- attributes:
                --   next_number  int   context  The number of the next row.
                --   safe  bool  definition  Whether the engine of the table survives a crash.
                --   words  list  definition  Of its comment.
                select table_schema as `schema`,
                       table_name as `table`,
                       auto_increment as next_number,
                       engine = 'InnoDB' as safe,
                       concat('["', replace(nullif(table_comment, ''), ' ', '", "'), '"]') as words
                from information_schema.tables
                where table_schema = 'shop'
                """);
        project.write("evidence/slow.sql", """
                -- plural: slows
                -- about: Takes long.
                -- path: name
                select concat('a', sleep(20), count(*)) as name from information_schema.columns where sleep(1) = 0
                """);
        Files.delete(folder.resolve("db/0001_a.up.sql"));
        Files.delete(folder.resolve("rules/own/sequence-nearly-used-up.yaml"));
        project.write("db/0001_a.up.sql", """
                CREATE TABLE small (id tinyint AUTO_INCREMENT PRIMARY KEY) AUTO_INCREMENT = 120;
                CREATE TABLE large (id bigint AUTO_INCREMENT PRIMARY KEY);
                CREATE TABLE plain (id bigint PRIMARY KEY) ENGINE = MyISAM COMMENT 'a b';
                """);
        project.write("rules/own/numbers-used-up.yaml", """
                id: numbers-used-up
                title: {en: Numbers used up, es: Números agotados}
                severity: high
                engines: [mysql, mariadb]
                for: number_use
                when: has(number_use.next_number)
                assert: number_use.next_number < 100
                message: {en: "{path} goes on at {number_use.next_number}", es: "{path} sigue en {number_use.next_number}"}
                why: {en: w, es: w}
                fix: {en: f, es: f}
                examples:
                  passes: [{number_use: {path: shop.t, next_number: 99}}]
                  fails: [{number_use: {path: shop.t, next_number: 100}}]
                """);
        project.write("rules/own/slow.yaml", slowRule());
        Terminal check = project.plumbline("check", "--no-reports");
        assumeFalse(check.err().contains("system library"), "NOT TESTED: own queries on MySQL, for want of a library");
        assertThat(check.out().replaceAll("\\s+", " "))
                .contains("number_use:shop.small goes on at 120")
                .doesNotContain("number_use:shop.large", "number_use:shop.plain")
                .contains("no facts of kind slow were read", "the server needed longer than the time-out");
        assertThat(check.code()).as(check.err()).isEqualTo(1);

        project.replace("plumbline.yaml", "  - {target: main, file: evidence/slow.sql}\n", "");
        Files.delete(folder.resolve("rules/own/slow.yaml"));
        Terminal accepted = project.plumbline("baseline", "accept");
        assertThat(accepted.code()).as(accepted.out() + accepted.err()).isZero();
        assertThat(project.read("baselines/main/shop/number_use.txt"))
                .contains("number_use shop.plain")
                .contains("safe=false")
                .contains("words=");
        project.write("db/0002_b.up.sql", "ALTER TABLE plain ENGINE = InnoDB;\n");
        assertThat(project.plumbline("diff", folder.resolve("baselines/main").toString(), "main")
                        .out())
                .contains("~ number_use:shop.plain safe: false -> true");
        project.replace("evidence/number_use.sql", "concat('[\"', ", "concat('', ");
        assertThat(project.plumbline("check").err())
                .contains(
                        "evidence/number_use.sql: the column 'words' is declared a list or a map and holds 'a\", \"b\"]'")
                .contains("let it yield JSON");
    }

    @Test
    void whatTheServerRefusesIsNoEvidenceWithItsReason() throws IOException {
        String head = query.substring(0, query.indexOf("select"));
        project.write(FILE, head + """
                with gone as (delete from public.t returning x)
                select 'public' as schema, x::text as sequence, 1 as percent, false as cycles from gone
                """);
        project.write("evidence/slow.sql", """
                -- plural: slows
                -- about: Takes long.
                -- path: name
                select pg_sleep(20)::text as name
                """);
        project.write(
                "plumbline.yaml",
                project.read("plumbline.yaml")
                        .replace("queries:\n", "queries:\n  - {target: main, file: evidence/slow.sql}\n"));
        project.write("db/0002_t.up.sql", "CREATE TABLE t (x int); INSERT INTO t VALUES (1);");
        project.write("rules/own/slow.yaml", slowRule());
        Terminal check = project.plumbline("check", "--no-reports");
        assertThat(check.out().replaceAll("\\s+", " "))
                .contains("cannot execute SELECT in a read-only transaction")
                .contains("the statement time-out of 2000 ms was reached");
        assertThat(check.code()).isEqualTo(2);
    }

    @Test
    void aColumnThatIsNotDeclaredIsNamed() throws IOException {
        project.write(FILE, query.replace("as percent", "as per_cent"));
        Terminal check = project.plumbline("check");
        assertThat(check.code()).isEqualTo(3);
        assertThat(check.err())
                .contains(FILE + ": the query yields a column 'per_cent', which the header does not declare")
                .contains(FILE + ": the query yields no column 'percent', which the header declares");
        project.write(FILE, query.replace("sequencename as sequence", "'one' as sequence"));
        assertThat(project.plumbline("check").err()).contains(FILE + ": two rows are sequence_use:public.one");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            select schemaname            | drop table t; select schemaname | holds 2 statements; write one query below the header
            select schemaname            | delete from t -- | a query that begins with DELETE is not sent; it only reads
            -- plural: sequence_uses     | -- plural: tables | the plural 'tables' is that of the kind 'table'
            -- plural: sequence_uses     | -- | the header has no line 'plural:'; docs/configuration.md
            --   percent  int   context  | --   percent  integer context | 'percent  integer context  Of its numbers, in per cent.' is no header line
            """)
    void aFaultyFileIsRefusedBeforeAnythingStarts(String replaced, String by, String message) throws IOException {
        assertThat(query).contains(replaced);
        project.write(FILE, query.replace(replaced, by));
        Terminal check = project.plumbline("check");
        assertThat(check.err()).contains(FILE).contains(message);
        assertThat(check.code()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {engine: postgresql, file: evidence/table.sql}                 | evidence/table.sql: the kind 'table' is the program's own; give the file another name
            {engine: postgresql, file: evidence/none.sql}                  | plumbline.yaml:9:32: 'evidence/none.sql' does not exist
            {target: mian, file: evidence/sequence_use.sql}                | plumbline.yaml:9:14: no target is named 'mian'; did you mean 'main'?
            {file: evidence/sequence_use.sql}                              | plumbline.yaml:9:5: a query is for one target or for all of an engine
            """)
    void aFaultyEntryIsNamedWithItsPlace(String entry, String message) throws IOException {
        project.write("evidence/table.sql", query);
        project.write(
                "plumbline.yaml",
                project.read("plumbline.yaml").replace("{engine: postgresql, file: evidence/sequence_use.sql}", entry));
        Terminal check = project.plumbline("rules", "list");
        assertThat(check.err()).contains(message);
        assertThat(check.code()).isEqualTo(3);
    }
}
