package dev.plumbline.source.cassandra;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A random keyspace, the same for the same seed, and random statements that change it. Objects of two seeds often have
 * the same name and nearly the same definition, so that comparing many with each other tries small differences.
 */
final class GeneratedSchema {

    /** Made before and dropped after, since it belongs to the whole cluster. */
    static final String ROLE = "gen_reader";

    private static final List<String> TYPES = List.of(
            "int",
            "bigint",
            "text",
            "varchar",
            "ascii",
            "blob",
            "boolean",
            "date",
            "decimal",
            "double",
            "duration",
            "inet",
            "smallint",
            "time",
            "timestamp",
            "timeuuid",
            "varint",
            "list<int>",
            "frozen<list<int>>",
            "set<frozen<set<text>>>",
            "map<text, frozen<map<int, text>>>",
            "tuple<int, frozen<tuple<text, int>>>",
            "frozen<tuple<int, text>>",
            "addr",
            "frozen<addr>",
            "list<frozen<\"Odd\">>",
            "map<text, frozen<addr>>",
            "frozen<map<text, frozen<\"Odd\">>>");

    /** Keys of a table, the columns of which are k, l, c, d. */
    private static final List<String> KEYS =
            List.of("k", "(k), c", "(k, l), c, d", "(l, k)", "k, d, c", "(k), c, d, l");

    /** Of each option several values, some of them twice in another spelling. */
    private static final List<List<String>> OPTIONS = List.of(
            List.of("comment = 'it''s'", "comment = $$two\nlines$$", "comment = 'Ünï \"q\" \\ n'", "comment = ''"),
            List.of("default_time_to_live = 60", "default_time_to_live = 0"),
            List.of("gc_grace_seconds = 60", "gc_grace_seconds = 864000"),
            List.of("bloom_filter_fp_chance = 0.1", "bloom_filter_fp_chance = 0.10", "bloom_filter_fp_chance = 0.01"),
            List.of("crc_check_chance = 0.5", "crc_check_chance = 1.0"),
            List.of("speculative_retry = '99PERCENTILE'", "speculative_retry = '99.9p'", "speculative_retry = '50ms'"),
            List.of("speculative_retry = 'ALWAYS'", "speculative_retry = 'MIN(99p,50ms)'"),
            List.of("additional_write_policy = 'NEVER'", "additional_write_policy = '95p'"),
            List.of("read_repair = 'NONE'", "read_repair = 'BLOCKING'"),
            List.of("min_index_interval = 64", "max_index_interval = 4096", "memtable_flush_period_in_ms = 1000"),
            List.of("caching = {'keys': 'NONE'}", "caching = {'keys': 'ALL', 'rows_per_partition': '7'}"),
            List.of(
                    "compaction = {'class': 'SizeTieredCompactionStrategy', 'min_threshold': '4'}",
                    "compaction = {'class': 'SizeTieredCompactionStrategy', 'min_threshold': '5'}",
                    "compaction = {'class': 'LeveledCompactionStrategy'}",
                    "compaction = {'class': 'LeveledCompactionStrategy'} AND bloom_filter_fp_chance = 0.01",
                    "compaction = {'class': 'LeveledCompactionStrategy', 'sstable_size_in_mb': '160'}",
                    "compaction = {'class': 'TimeWindowCompactionStrategy', 'compaction_window_size': '2'}"),
            List.of(
                    "compression = {'class': 'LZ4Compressor', 'chunk_length_in_kb': '16'}",
                    "compression = {'class': 'ZstdCompressor'}",
                    "compression = {'class': 'ZstdCompressor', 'compression_level': '3'}",
                    "compression = {'class': 'DeflateCompressor', 'chunk_length_in_kb': '64'}",
                    "compression = {'enabled': 'false'}"),
            List.of("cdc = true", "cdc = false"));

    private static final List<String> OPTIONS_5 = List.of(
            "incremental_backups = false",
            "allow_auto_snapshot = false",
            "memtable = 'default'",
            "compaction = {'class': 'UnifiedCompactionStrategy'}",
            "compaction = {'class': 'UnifiedCompactionStrategy', 'scaling_parameters': 'T4'}");

    private static final List<String> MASKS = List.of("DEFAULT", "mask_null()", "mask_inner(1, null)", "mask_hash()");

    private final Random random;
    private final boolean newest;
    private final Map<String, List<String>> columns = new TreeMap<>();
    private final List<List<String>> steps = new ArrayList<>();

    /** Statements name objects without their keyspace, or with {@code $ks} where the server wants it. */
    GeneratedSchema(long seed, boolean newest) {
        this.random = new Random(seed);
        this.newest = newest;
        steps.add(List.of("CREATE TYPE addr (street text, " + one("zip int", "zip int, tags frozen<set<text>>") + ")"));
        steps.add(List.of("CREATE TYPE \"Odd\" (\"x y\" " + one("int", "text") + ", \"select\" frozen<addr>)"));
        List<String> creates = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            creates.add(table("t" + i, one(KEYS.toArray(String[]::new))));
        }
        creates.add(table("base", "(k), c"));
        creates.add(table("\"Counts\"", "(k)"));
        creates.add(function("plus"));
        creates.add("CREATE FUNCTION plus (a text, b text) RETURNS NULL ON NULL INPUT RETURNS text LANGUAGE java AS "
                + one("$$return a + 'x';$$", "'return a + b;'").replace("'x'", "\"x\""));
        steps.add(creates);
        steps.add(List.of(index("t0"), index("base"), view(), aggregate()));
        steps.add(List.of(grant("t1"), grant("base")));
    }

    List<String> statements() {
        return steps.stream().flatMap(List::stream).toList();
    }

    /** The same in another order, as far as one does not need the other. */
    List<String> reordered() {
        List<String> out = new ArrayList<>();
        for (List<String> step : steps) {
            List<String> other = new ArrayList<>(step);
            Collections.shuffle(other, random);
            out.addAll(other);
        }
        return out;
    }

    /** A statement that changes the keyspace; the server may refuse it because of an earlier one or what hangs on it. */
    String change() {
        String table = one("t0", "t1", "base");
        String column = one(columns.get(table).toArray(String[]::new));
        String alter = "ALTER TABLE " + table + " ";
        List<Supplier<String>> all = List.of(
                () -> alter + "WITH " + option(),
                () -> alter + "WITH " + option() + " AND " + option(),
                () -> alter + "WITH " + option(),
                // A column of a user's type that is not frozen could not be dropped again.
                () -> alter + "ADD " + one("n", "\"N n\"", "nn") + " " + type().replaceFirst("^addr$", "frozen<addr>")
                        + one("", "", " static"),
                () -> alter + "DROP " + column,
                () -> alter + "RENAME k TO " + one("kk", "\"K\""),
                () -> "DROP INDEX " + table + "_i",
                () -> "CREATE INDEX more ON " + table + " (" + one("tag", "values(nums)", "keys(m)", "full(fl)") + ")",
                () -> "DROP MATERIALIZED VIEW v",
                () -> "ALTER MATERIALIZED VIEW v WITH " + option(),
                () -> "DROP AGGREGATE total",
                () -> function("plus").replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION"),
                () -> function("other"),
                () -> "CREATE TYPE fresh (a int, b frozen<list<addr>>)",
                () -> one("ALTER TYPE addr RENAME street TO road", "ALTER TYPE \"Odd\" RENAME \"x y\" TO xy"),
                () -> one("DROP TABLE t0", "DROP TABLE \"Counts\"", "CREATE TABLE made (k int PRIMARY KEY, b text)"),
                () -> grant(table),
                () -> "REVOKE ALL ON TABLE t1 FROM " + ROLE,
                () -> newest ? alter + "ALTER tag MASKED WITH " + one(MASKS) : alter + "WITH " + option());
        return all.get(random.nextInt(all.size())).get();
    }

    private String table(String table, String key) {
        List<String> lines = new ArrayList<>();
        List<String> names = new ArrayList<>();
        if (table.equals("\"Counts\"")) {
            lines.addAll(List.of("k int", "n counter"));
        } else {
            lines.addAll(List.of("k int", "l text", "c timestamp", "d int", "tag text", "nums set<int>"));
            lines.addAll(List.of("m map<text, int>", "fl frozen<list<int>>"));
            int count = random.nextInt(4);
            for (int i = 0; i < count; i++) {
                String name = one("v" + i, "\"V " + i + "\"", "\"V\"\"" + i + "\"");
                String type = type();
                // Once dropped, the server would not take a column of a user's type again.
                if (!type.contains("addr") && !type.contains("Odd")) {
                    names.add(name);
                }
                // A view of all columns can hold no static ones.
                boolean mayBeStatic = key.contains("c") && !table.equals("base");
                lines.add(name + " " + type + (mayBeStatic ? one("", "", " static") : "")
                        + (newest && random.nextInt(5) == 0 ? " MASKED WITH mask_null()" : ""));
            }
        }
        columns.put(table, names.isEmpty() ? List.of("tag") : names);
        Collections.shuffle(lines, random);
        lines.add("PRIMARY KEY (" + key + ")");
        List<String> options = new ArrayList<>();
        if (key.endsWith("c, d")) {
            options.add("CLUSTERING ORDER BY (c " + one("ASC", "DESC") + ", d " + one("ASC", "DESC") + ")");
        }
        for (int i = random.nextInt(3); i > 0 && !table.startsWith("\""); i--) {
            options.add(option());
        }
        // An option may stand there once only.
        boolean twice = options.stream().map(o -> o.split(" ", 2)[0]).distinct().count() < options.size()
                || options.stream().filter(o -> o.contains("bloom")).count() > 1;
        return "CREATE TABLE " + table + " (" + String.join(", ", lines) + ")"
                + (options.isEmpty() ? "" : " WITH " + (twice ? options.get(0) : String.join(" AND ", options)));
    }

    private String option() {
        if (newest && random.nextInt(6) == 0) {
            return one(OPTIONS_5);
        }
        return one(OPTIONS.get(random.nextInt(OPTIONS.size())));
    }

    private String type() {
        return newest && random.nextInt(12) == 0 ? one("vector<float, 3>", "vector<int, 2>") : one(TYPES);
    }

    private String index(String table) {
        String target = one("tag", "nums", "values(nums)", "keys(m)", "entries(m)", "full(fl)");
        String name = table + "_i ON " + table + " (";
        if (newest && !target.startsWith("full")) {
            return one(
                    "CREATE INDEX " + name + target + ")",
                    "CREATE INDEX " + name + target + ") USING 'sai'",
                    "CREATE CUSTOM INDEX " + name + "tag) USING 'StorageAttachedIndex'"
                            + one("", " WITH OPTIONS = {'case_sensitive': 'false'}"));
        }
        return one(
                "CREATE INDEX " + name + target + ")",
                "CREATE CUSTOM INDEX " + name + "tag) USING 'org.apache.cassandra.index.sasi.SASIIndex'"
                        + one("", " WITH OPTIONS = {'mode': 'CONTAINS'}"));
    }

    private String view() {
        return "CREATE MATERIALIZED VIEW v AS SELECT " + one("*", "k, c, tag", "tag, c, k, m") + " FROM base WHERE k IS"
                + " NOT NULL AND c IS NOT NULL AND tag IS NOT NULL" + one("", " AND k > 3", " AND k = 7")
                + " PRIMARY KEY (" + one("tag, k, c", "(tag, k), c") + ")" + one("", " WITH " + lasting(option()));
    }

    /** Rows of a view expire with those of its table. */
    private static String lasting(String option) {
        return option.startsWith("default_time_to_live") ? "comment = 'view'" : option;
    }

    private String function(String name) {
        return "CREATE FUNCTION " + name + " (a int, " + one("b", "bb") + " int) CALLED ON NULL INPUT RETURNS int"
                + " LANGUAGE java AS " + one("'return a;'", "$$return a;$$", "$$return a; // it's \"é\"\n$$");
    }

    private String aggregate() {
        return "CREATE AGGREGATE total (int) SFUNC plus STYPE int" + one("", " INITCOND 0", " INITCOND 7");
    }

    private String grant(String table) {
        return one(
                        "GRANT SELECT ON TABLE " + table,
                        "GRANT ALTER ON TABLE " + table,
                        "GRANT MODIFY ON TABLE v",
                        "GRANT EXECUTE ON FUNCTION $ks.plus(int, int)",
                        "GRANT SELECT ON KEYSPACE $ks")
                + " TO " + ROLE;
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
