package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

/** The worked example of docs/own-queries.md, and what may go wrong with such a query. */
class OwnQueriesTest {

    private static final String FILE = "evidence/sequence_use.sql";

    @TempDir
    Path folder;

    private String query = "";

    /** The page's three blocks: configuration, query and rule. */
    @BeforeEach
    void writeTheExample() throws IOException {
        List<String> blocks = Pattern.compile("(?s)```(?:yaml|sql)\n(.*?)```")
                .matcher(Files.readString(Path.of("docs/own-queries.md")))
                .results()
                .map((MatchResult r) -> r.group(1))
                .toList();
        assertThat(blocks).hasSize(3);
        query = blocks.get(1);
        write("plumbline.yaml", blocks.get(0) + "limits: {statement_seconds: 2}\n");
        write(FILE, query);
        write("rules/own/sequence-nearly-used-up.yaml", blocks.get(2));
        write("db/0001_a.up.sql", """
                CREATE SEQUENCE s1 MAXVALUE 100; SELECT setval('s1', 90);
                CREATE SEQUENCE s2 MAXVALUE 100 CYCLE; SELECT setval('s2', 90);
                CREATE SEQUENCE s3;
                """);
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }

    private Terminal plumbline(String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--config";
        all[arguments.length + 1] = folder.resolve("plumbline.yaml").toString();
        return Terminal.run(all);
    }

    @Test
    void theDocumentedExampleFindsWhatItIsFor() throws IOException {
        assertThat(plumbline("rules", "test").out()).contains("1 rules, 3 examples, 0 wrong");
        Terminal check = plumbline("check", "--no-reports");
        assertThat(check.out())
                .contains("main  sequence_use:public.s1")
                .contains("sequence_use:public.s1 is used up to 90 %")
                .doesNotContain("sequence_use:public.s2", "sequence_use:public.s3");
        assertThat(check.code()).isEqualTo(1);

        plumbline("baseline", "accept");
        assertThat(Files.readString(folder.resolve("baselines/main/public/sequence_use.txt")))
                .contains("sequence_use public.s2")
                .contains("cycles=true");
        write(
                "rules/own/sequence-nearly-used-up.yaml",
                Files.readString(folder.resolve("rules/own/sequence-nearly-used-up.yaml"))
                        .replace("sequence_use.percent <", "sequence_use.percnt <"));
        assertThat(plumbline("rules", "test").err()).contains("did you mean 'percent'?");
    }

    @Test
    void whatTheServerRefusesIsNoEvidenceWithItsReason() throws IOException {
        String head = query.substring(0, query.indexOf("select"));
        write(FILE, head + """
                with gone as (delete from public.t returning x)
                select 'public' as schema, x::text as sequence, 1 as percent, false as cycles from gone
                """);
        write("evidence/slow.sql", """
                -- plural: slows
                -- about: Takes long.
                -- path: name
                select pg_sleep(20)::text as name
                """);
        write(
                "plumbline.yaml",
                Files.readString(folder.resolve("plumbline.yaml"))
                        .replace("queries:\n", "queries:\n  - {target: main, file: evidence/slow.sql}\n"));
        write("db/0002_t.up.sql", "CREATE TABLE t (x int); INSERT INTO t VALUES (1);");
        write("rules/own/slow.yaml", """
                id: slow
                title: {en: S, es: S}
                severity: low
                for: slow
                assert: slow.name != ''
                message: {en: m, es: m}
                why: {en: w, es: w}
                fix: {en: f, es: f}
                examples: {passes: [{slow: {path: a}}], fails: [{slow: {path: '""'}}]}
                """);
        Terminal check = plumbline("check", "--no-reports");
        assertThat(check.out().replaceAll("\\s+", " "))
                .contains("cannot execute SELECT in a read-only transaction")
                .contains("the statement time-out of 2000 ms was reached");
        assertThat(check.code()).isEqualTo(2);
    }

    @Test
    void aColumnThatIsNotDeclaredIsNamed() throws IOException {
        write(FILE, query.replace("as percent", "as per_cent"));
        Terminal check = plumbline("check");
        assertThat(check.code()).isEqualTo(3);
        assertThat(check.err())
                .contains(FILE + ": the query yields a column 'per_cent', which the header does not declare")
                .contains(FILE + ": the query yields no column 'percent', which the header declares");
        write(FILE, query.replace("sequencename as sequence", "'one' as sequence"));
        assertThat(plumbline("check").err()).contains(FILE + ": two rows are sequence_use:public.one");
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
        write(FILE, query.replace(replaced, by));
        Terminal check = plumbline("check");
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
        write("evidence/table.sql", query);
        write(
                "plumbline.yaml",
                Files.readString(folder.resolve("plumbline.yaml"))
                        .replace("{engine: postgresql, file: evidence/sequence_use.sql}", entry));
        Terminal check = plumbline("rules", "list");
        assertThat(check.err()).contains(message);
        assertThat(check.code()).isEqualTo(3);
    }
}
