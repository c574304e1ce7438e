package dev.plumbline.source.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** What of a random schema no table of the catalogue tells, only {@code SHOW CREATE}. */
final class GeneratedDetails {

    private final boolean mariadb;
    private final Random random;

    GeneratedDetails(boolean mariadb, Random random) {
        this.mariadb = mariadb;
        this.random = random;
    }

    /** Statements that make tables full of it, in any order. */
    List<String> tables() {
        List<String> tables = new ArrayList<>(List.of(isam("isam"), subparted("subs")));
        if (mariadb) {
            tables.add(periods("spans"));
            tables.add(history("past"));
        } else {
            tables.add("create table spaced (a int, b varchar(9))" + tablespace() + secondaryEngine());
        }
        return tables;
    }

    /** What may follow the definition of a column. */
    String ofColumn() {
        return mariadb
                ? one("", "", "", " zig=1", " zag='it''s'", " zig=2 zag='a, b'")
                : one("", "", "", " column_format fixed", " column_format dynamic", " storage disk", " storage memory");
    }

    /** What may follow the columns of an index; those in a descending order are in no hash. */
    String ofIndex(String keys) {
        return keys.contains(" desc") ? ofIndex().replace("hash", "btree") : ofIndex();
    }

    private String ofIndex() {
        return one("", "", " key_block_size = 2", " using btree", " using hash", " using btree key_block_size = 4")
                + (mariadb ? one("", "", " foo = 'bar'", " foo = 'baz, )'") : "");
    }

    String ofTable() {
        return one("", "", " connection = 'c=''1'''", " stats_persistent = 1")
                + (mariadb ? one("", "", " bar = 'b z'", " bar = 1") : one("", " tablespace = innodb_file_per_table"));
    }

    /** A text in a view, with or without its character set. */
    String literal() {
        return one(
                "'x%'",
                "'x%'",
                "_latin1'x%'",
                "_utf8mb4'x%'",
                "n'x%'",
                "_latin1'it''s'",
                "_latin1 0x41",
                "_utf8mb4 x'41'",
                "0x41",
                "b'1000001'",
                "_binary'x%'",
                "_latin1'x%' collate latin1_bin",
                "concat('a_latin1', _latin1'b', 'c')");
    }

    List<Supplier<String>> changes(String alter, String column) {
        List<Supplier<String>> changes = new ArrayList<>(List.of(
                () -> alter + one("connection = 'd'", "connection = ''", "key_block_size = 8", "stats_persistent = 0"),
                () -> alter + "alter " + column + " drop default",
                () -> alter + "drop primary key, add primary key (id)" + ofIndex(),
                () -> "alter table isam drop key kb, add key kb (b)" + ofIndex(),
                () -> "alter table isam drop key uc, add unique key uc (a, b)" + ofIndex(),
                () -> "alter table isam modify b varchar(20)" + ofColumn(),
                () -> "alter table isam alter b drop default",
                () -> "alter table isam " + isamOption(),
                () -> "alter table isam engine = InnoDB",
                () -> "alter table subs " + partitions(),
                () -> "alter table subs remove partitioning",
                () -> "alter table parted " + ranges(),
                () -> "alter table parted partition by key (" + one("", "id, at", "id") + ") "
                        + one("partitions 2", "(partition p0, partition p1)"),
                () -> "create or replace view v2 as select " + literal() + " as a, " + literal() + " as b, " + literal()
                        + " as c from t0"));
        changes.addAll(mariadb ? ofMariadb(alter) : ofMysql(alter));
        return changes;
    }

    private List<Supplier<String>> ofMariadb(String alter) {
        return List.of(
                () -> alter + one("bar = 2", "bar = default", "page_checksum = 0"),
                () -> "alter table spans drop key ov, add unique ov (a, " + one("app without overlaps", "s, e") + ")"
                        + ofIndex(),
                () -> "alter table spans drop primary key, add primary key (id, " + one("app without overlaps", "e, s")
                        + ")",
                () -> "alter table spans drop key ov, drop primary key, drop period for app",
                () -> "alter table spans drop period for app, add constraint app check (s < e)",
                () -> "alter table parted partition by list (year(at)) (partition p0 values in (1, 2), partition p1 "
                        + one("default", "values in (0)", "default comment = 'DEFAULT'") + ")",
                () -> "alter table past " + rotation(),
                () -> "alter table past modify b int " + one("with", "without") + " system versioning",
                () -> "alter table past remove partitioning",
                () -> alter + "add system versioning");
    }

    private List<Supplier<String>> ofMysql(String alter) {
        return List.of(
                () -> "alter table spaced" + one(tablespace(), secondaryEngine(), " secondary_engine = null"),
                () -> "alter table parted partition by key algorithm = " + one("1", "2") + " (id) partitions 2",
                () -> alter + "modify w varchar(40)" + one("", " default 'd'", " not null") + ofColumn());
    }

    private String isam(String name) {
        return "create table " + name + " (a int not null, b varchar(20)" + one("", " default 'x'") + ofColumn()
                + ", c text, d date" + ofColumn() + ", key kb (b)" + ofIndex() + ", unique key uc (a, b)" + ofIndex()
                + ", primary key (a)" + ofIndex() + ", fulltext key ft (c)) engine = MyISAM"
                + one("", " " + isamOption());
    }

    private String isamOption() {
        return one(
                "pack_keys = 1",
                "checksum = 1",
                "row_format = fixed",
                "delay_key_write = 1",
                "avg_row_length = 9",
                "max_rows = 77",
                "min_rows = 7",
                "key_block_size = 2",
                "connection = 'x'",
                "insert_method = last");
    }

    private String subparted(String name) {
        return "create table " + name + " (a int, b int, d date) " + partitions();
    }

    private String partitions() {
        boolean named = random.nextBoolean();
        return "partition by range (a) subpartition by " + one("hash (b)", "key (b)", "linear hash (b)")
                + (named ? "" : " subpartitions 2") + " (partition x values less than (3)"
                + (named
                        ? " (subpartition x1" + ofPartition() + ", subpartition x2" + ofPartition() + ")"
                        : ofPartition())
                + ", partition `y z` values less than maxvalue"
                + (named ? " (subpartition y1" + ofPartition() + ", subpartition `y ``2`" + ofPartition() + ")" : "")
                + ")";
    }

    private String ranges() {
        return "partition by range (year(at)) (partition p0 values less than (" + one("2020", "2022") + ")"
                + ofPartition() + ", partition `p 1` values less than maxvalue" + ofPartition() + ")";
    }

    private String ofPartition() {
        return one("", "", " max_rows = 4", " min_rows = 2", " max_rows = 3 min_rows = 1", " comment = 'it''s'")
                + (mariadb ? "" : one("", "", " tablespace = innodb_file_per_table"));
    }

    private String periods(String name) {
        return "create table " + name
                + " (id int not null, a int, s date not null, e date not null, period for app (s, e)"
                + one("", ", unique ov (a, s, e)", ", unique ov (a, app without overlaps)") + ", primary key (id, "
                + one("s, e", "app without overlaps") + "))";
    }

    private String history(String name) {
        return "create table " + name + " (a int, b int" + one("", " without system versioning")
                + ") with system versioning " + rotation();
    }

    private String rotation() {
        return "partition by system_time"
                + one(
                        "",
                        " limit 1000",
                        " interval 1 month starts '2020-01-01 00:00:00'",
                        " interval 1 day starts '2020-01-01 00:00:00' auto")
                + " (partition h history" + ofPartition() + ", partition h2 history, partition c current)";
    }

    private String tablespace() {
        return " tablespace = " + one("innodb_file_per_table", "innodb_system");
    }

    private String secondaryEngine() {
        return " secondary_engine = " + one("rapid", "`ot her`");
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }
}
