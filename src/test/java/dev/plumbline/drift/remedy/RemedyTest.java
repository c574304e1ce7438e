package dev.plumbline.drift.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.Differ;
import dev.plumbline.drift.Drift;
import dev.plumbline.drift.remedy.Remedy.Statement;
import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Samples;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.report.RemedyText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemedyTest {

    private static final String HOSTILE = "a\"b`c'd\\e; DROP TABLE x --\nf";

    private static Snapshot of(String engine, List<Fact> facts) {
        Map<String, Coverage.Entry> coverage = new TreeMap<>();
        Samples.KINDS.all().forEach(kind -> coverage.put(kind.name(), Coverage.Entry.READ));
        return new Snapshot(engine, Samples.KINDS, facts, Coverage.of(coverage));
    }

    private static Snapshot hostile(String engine, String type, String comment) {
        FactPath table = FactPath.of("table", "", HOSTILE);
        FactPath column = FactPath.of("column", "", HOSTILE, HOSTILE);
        return of(
                engine,
                List.of(
                        Fact.of(Samples.TABLE, table, Map.of("comment", comment)),
                        Fact.of(Samples.COLUMN, column, Map.of("type", type, "position", 1L))));
    }

    private static List<Statement> remedy(Snapshot expected, Snapshot actual) {
        return Remedy.of(expected, actual, Differ.compare(expected, actual));
    }

    private static String script(List<Statement> statements, String engine, boolean destructive) throws IOException {
        StringBuilder out = new StringBuilder();
        RemedyText.write(statements, engine, "left\nDROP", "right", destructive, out);
        return out.toString();
    }

    @Test
    void namesAndTextsOfPostgresqlCannotLeaveTheirQuotes() {
        List<Statement> statements =
                remedy(hostile("postgresql", "bigint", HOSTILE), hostile("postgresql", "integer", ""));
        String name = "\"a\"\"b`c'd\\e; DROP TABLE x --\nf\"";
        assertThat(statements)
                .extracting(Statement::text)
                .containsExactly(
                        "ALTER TABLE " + name + " ALTER COLUMN " + name + " TYPE bigint",
                        "COMMENT ON TABLE " + name + " IS E'a\"b`c''d\\\\e; DROP TABLE x --\nf'");
    }

    @Test
    void namesAndTextsOfMysqlCannotLeaveTheirQuotes() {
        List<Statement> statements = remedy(hostile("mysql", "bigint", HOSTILE), hostile("mysql", "int", ""));
        String name = "`a\"b``c'd\\e; DROP TABLE x --\nf`";
        assertThat(statements)
                .extracting(Statement::text)
                .containsExactly("ALTER TABLE " + name + "\n  MODIFY COLUMN " + name
                        + " bigint NULL,\n  COMMENT = 'a\"b`c''d\\\\e; DROP TABLE x --\nf'");
    }

    @Test
    void columnsOfMysqlComeInTheOrderInWhichTheyStandBehindEachOther() {
        assertThat(remedy(columns("id", "z", "m", "a"), columns("id")))
                .extracting(Statement::text)
                .containsExactly("ALTER TABLE `t`\n  ADD COLUMN `z` int NULL AFTER `id`,\n"
                        + "  ADD COLUMN `m` int NULL AFTER `z`,\n  ADD COLUMN `a` int NULL AFTER `m`");
    }

    private static Snapshot columns(String... names) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(Samples.TABLE, FactPath.of("table", "", "t"), Map.of()));
        for (String name : names) {
            facts.add(Fact.of(
                    Samples.COLUMN, FactPath.of("column", "", "t", name), Map.of("type", "int", "position", (long)
                            facts.size())));
        }
        return of("mysql", facts);
    }

    @Test
    void namesAndTextsOfCassandraCannotLeaveTheirQuotes() {
        List<Statement> statements = remedy(hostile("cassandra", "int", HOSTILE), hostile("cassandra", "int", ""));
        assertThat(statements)
                .extracting(Statement::text)
                .containsExactly("ALTER TABLE \"a\"\"b`c'd\\e; DROP TABLE x --\nf\""
                        + " WITH comment = 'a\"b`c''d\\e; DROP TABLE x --\nf'");
    }

    @ParameterizedTest
    @CsvSource({"postgresql", "mysql", "cassandra"})
    void whatDestroysDataIsACommentInEveryLineUnlessItIsAllowed(String engine) throws IOException {
        List<Statement> statements = remedy(of(engine, List.of()), hostile(engine, "int", ""));
        assertThat(statements).hasSize(1).allMatch(Statement::destroysData);
        assertThat(script(statements, engine, false).lines())
                .allMatch(line -> line.isEmpty() || line.startsWith("-- "));
        assertThat(script(statements, engine, true)).contains("\nDROP TABLE ");
    }

    @ParameterizedTest
    @CsvSource({"postgresql", "mysql", "cassandra", "oracle"})
    void aChangeWithoutAStatementIsSaid(String engine) throws IOException {
        Snapshot expected = hostile(engine, "int", "");
        Fact table = expected.facts("table").get(0);
        Fact other = Fact.of(Samples.TABLE, table.path(), Map.of("comment", "", "options", Map.of("text", HOSTILE)));
        Drift drift = new Drift(
                List.of(Change.changed(table.path(), Samples.COLUMN.attributes().get(0), 1L, 2L)),
                List.of(),
                new TreeMap<>());
        List<Statement> statements = Remedy.of(
                expected, of(engine, List.of(other, expected.facts("column").get(0))), drift);
        assertThat(statements).hasSize(1).noneMatch(Statement::known);
        assertThat(script(statements, engine, true))
                .contains("-- no statement is known for: changed table:")
                .contains("1 change without a known statement");
        assertThat(script(statements, engine, true).lines()).allMatch(line -> line.isEmpty() || line.startsWith("-- "));
    }

    @ParameterizedTest
    @CsvSource({
        "int,bigint,false",
        "bigint,int,true",
        "varchar(10),varchar(20),false",
        "varchar(20),varchar(10),true",
        "'numeric(10,2)','numeric(12,2)',false",
        "'numeric(10,2)','numeric(10,4)',true",
        "text,integer,true",
        "integer,text,true",
        "varchar(10),text,false",
        "int,int unsigned,true",
        "varchar(9999999999),text,true"
    })
    void onlyATypeThatIsKnownToBeWiderLosesNothing(String from, String to, boolean loses) {
        assertThat(Narrowing.may(from, to)).isEqualTo(loses);
    }
}
