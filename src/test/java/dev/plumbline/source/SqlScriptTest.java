package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.source.SqlScript.Dialect;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlScriptTest {

    private static List<String> split(String text, Dialect dialect) {
        return SqlScript.split(text, dialect).stream()
                .map(s -> s.line() + " " + s.text().replace("\n", "|"))
                .toList();
    }

    private static SqlShape shape(String sql) {
        return SqlScript.split(sql, Dialect.POSTGRESQL).get(0).shape();
    }

    @Test
    void bodiesOfRoutinesAreOneStatement() {
        assertThat(split(
                        "create procedure p()\nbegin\n if x then select 1; end if;\n case y when 1 then select 2; end case;\nend;\nselect 3;",
                        Dialect.MYSQL))
                .hasSize(2)
                .last()
                .isEqualTo("6 select 3");
        assertThat(split(
                        "create function f() returns int begin atomic select case when a then 1 end; end; select 2",
                        Dialect.POSTGRESQL))
                .hasSize(2);
        assertThat(split(
                        "create function f() returns int as $x$ begin; end; $x$ language sql; select $$;$$",
                        Dialect.POSTGRESQL))
                .hasSize(2);
        assertThat(split("DELIMITER //\ncreate trigger t begin x; end//\nDELIMITER ;\nselect 1;", Dialect.MYSQL))
                .containsExactly("2 create trigger t begin x; end", "4 select 1");
    }

    @Test
    void quotesAndCommentsHideTheDelimiter() {
        assertThat(split("-- a; b\n/* c; /* d; */ e; */ select ';', \"a;b\"; # not a comment", Dialect.POSTGRESQL))
                .containsExactly("2 select ';', \"a;b\"", "2 # not a comment");
        assertThat(split("select 'it\\'s; one'; # two;\nselect `a;b`", Dialect.MYSQL))
                .containsExactly("1 select 'it\\'s; one'", "2 select `a;b`");
        assertThat(split("select E'it\\'s; one'; select 'a\\'; select 2", Dialect.POSTGRESQL))
                .hasSize(3);
        assertThat(split("BEGIN BATCH insert into a; delete from b; APPLY BATCH; select 1; // x;", Dialect.CQL))
                .hasSize(2);
        assertThat(split("-- nothing\n;;\n", Dialect.ANY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            create table if not exists a.b (c int)          | create table | a.b
            CREATE UNIQUE INDEX CONCURRENTLY i ON ONLY t (c)| create index | t
            create or replace view v as select 1            | create view | v
            create materialized view m as select 1          | create materialized view | m
            create or replace function f() returns int as ''| create function | f
            create definer=x@y trigger t before insert on o | create trigger | o
            drop table if exists a, b                       | drop table | a
            alter table t add column c int not null         | alter table | t
            insert into t values (1)                        | insert | t
            with x as (select 1) update t set a = 1 where b | update | t
            truncate table t                                | truncate | t
            grant select on t to u                          | grant |
            alter type e add value 'x'                      | alter type | e
            create keyspace k with replication = {}         | create keyspace | k
            drop index concurrently i                       | drop index | i
            """)
    void statementsAreNamedForWhatTheyDo(String sql, String operation, String table) {
        SqlShape shape = shape(sql);
        assertThat(shape.operation()).isEqualTo(operation);
        assertThat(shape.table()).isEqualTo(table == null ? "" : table);
    }

    @Test
    void whatIsLostAndWhatBreaksRunningCodeIsNamed() {
        assertThat(shape("drop table if exists a, b cascade").destroys())
                .containsExactly("drop table a", "drop table b");
        assertThat(shape("alter table t drop column if exists a, drop constraint c, drop b")
                        .destroys())
                .containsExactly("drop column t.a", "drop column t.b");
        assertThat(shape("delete from t").flags()).contains(SqlShape.Flag.WITHOUT_WHERE);
        assertThat(shape("delete from t where a = 1").destroys()).isEmpty();
        assertThat(shape("update t set a = 1").flags()).contains(SqlShape.Flag.WITHOUT_WHERE);
        assertThat(shape("alter table t add a int not null, add b int not null default 1")
                        .endangers())
                .containsExactly("adds t.a NOT NULL without a default");
        assertThat(shape("alter table t rename column a to b").endangers()).containsExactly("renames t.a");
        assertThat(shape("alter table t rename to u").endangers()).containsExactly("renames t");
        assertThat(shape("alter table t alter column a type bigint").endangers())
                .containsExactly("changes the type of t.a");
        assertThat(shape("create index concurrently i on t (a)").flags())
                .contains(SqlShape.Flag.CONCURRENT, SqlShape.Flag.NO_TRANSACTION, SqlShape.Flag.CREATES_INDEX);
        assertThat(shape("alter type e add value 'x'").flags()).contains(SqlShape.Flag.NO_TRANSACTION);
        assertThat(shape("create table t (a int)").flags()).containsExactly(SqlShape.Flag.SCHEMA_CHANGE);
    }
}
