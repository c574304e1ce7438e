package dev.plumbline.source.sqlmigration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatementsTest {

    private static List<String> split(String text, String engine) {
        return Statements.split(text, engine).stream()
                .map(Statements.Statement::text)
                .toList();
    }

    @Test
    void semicolonsInQuotesCommentsAndBodiesSeparateNothing() {
        assertThat(split("""
                -- a comment; with a semicolon
                select ';', ";", E'\\';' /* ; /* nested ; */ */;
                do $body$ begin perform 1; end $body$;
                """, "postgresql"))
                .containsExactly(
                        "select ';', \";\", E'\\';' /* ; /* nested ; */ */", "do $body$ begin perform 1; end $body$");
    }

    @Test
    void mysqlDelimitersAndConditionalCommentsAreUnderstood() {
        assertThat(split("""
                set @a = 'it''s;'; # done;
                DELIMITER //
                create trigger t before insert on x for each row begin set @a = 1; end//
                DELIMITER ;
                /*!40101 SET NAMES utf8 */;
                select `;`, '\\';'
                """, "mariadb"))
                .containsExactly(
                        "set @a = 'it''s;'",
                        "create trigger t before insert on x for each row begin set @a = 1; end",
                        "/*!40101 SET NAMES utf8 */",
                        "select `;`, '\\';'");
    }

    @Test
    void cqlBatchesAndBodiesStayWhole() {
        assertThat(split("""
                // first;
                BEGIN BATCH INSERT INTO a (x) VALUES (1); DELETE FROM a WHERE x = 2; APPLY BATCH;
                CREATE FUNCTION f(x int) CALLED ON NULL INPUT RETURNS int LANGUAGE java AS $$ return x; $$;
                """, "cassandra"))
                .containsExactly(
                        "BEGIN BATCH INSERT INTO a (x) VALUES (1); DELETE FROM a WHERE x = 2; APPLY BATCH",
                        "CREATE FUNCTION f(x int) CALLED ON NULL INPUT RETURNS int LANGUAGE java AS $$ return x; $$");
    }

    @Test
    void aStatementKnowsItsLine() {
        assertThat(Statements.split("-- one\n\nselect 1;\n\n-- two\nselect\n2;", "postgresql"))
                .extracting(Statements.Statement::line)
                .containsExactly(3, 6);
    }
}
