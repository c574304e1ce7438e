package dev.plumbline.source;

import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Kind;
import dev.plumbline.fact.Kinds;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.Reading.Statement;
import dev.plumbline.source.SharedWork.Outcome;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sends the query files of a catalogue over one JDBC connection or two, one statement each, and collects the facts. What
 * one statement cannot read does not stop the others: it becomes that kind's coverage.
 */
public final class JdbcCatalog {

    private static final int FETCH_ROWS = 10_000;
    private static final int PORTION_ROWS = 1_000;

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(schema|table)}");

    private final Catalog catalog;
    private final Kinds kinds;
    private final ServerVersion version;
    private final Dialect dialect;

    /** What differs between engines. */
    public interface Dialect {

        /** The text to send for a query file: parameters and names of schemas filled in. */
        String fill(String text);

        /** What is sent before a query and together with it, and yields no rows. */
        default String first() {
            return "";
        }

        /** A schema's name, as facts have it, as a literal. */
        String literal(String schema);

        /** How a statement names a table of a schema whose name is given as facts have it. */
        String identifier(String schema, String table);

        /** What an error means for the kind that was read; throws it again if the connection is of no more use. */
        Coverage.Entry judge(QueryFile file, SQLException error) throws SQLException;

        /** Whether a kind was seen as a whole: after a reading that went well, for engines that hide silently. */
        default Coverage.Entry judge(QueryFile file) {
            return Coverage.Entry.READ;
        }

        /** The same where the server had warnings, for engines that only warn when they leave something out. */
        default Coverage.Entry judge(QueryFile file, SQLWarning warnings) throws SQLException {
            return judge(file);
        }

        /** Whether the driver gives the bytes of a text as the server sent them, in UTF-8, and quicker than the text. */
        default boolean givesBytes() {
            return false;
        }

        /** Whether what a query file says of its presence holds: it may count on the server's own objects being left out. */
        default boolean judgesPresence() {
            return true;
        }

        /** A sign of life to a server that ends what is idle; what the last statement held is given back. */
        default void stay() throws SQLException {}

        /** Last touches that need facts of several kinds; facts and coverage may be changed in place. */
        default void finish(List<Fact> facts, Map<String, Coverage.Entry> coverage) throws SQLException {}
    }

    public JdbcCatalog(Catalog catalog, Kinds kinds, ServerVersion version, Dialect dialect) {
        this.catalog = catalog;
        this.kinds = kinds;
        this.version = version;
        this.dialect = dialect;
    }

    /**
     * Reads all kinds.
     *
     * @throws SQLException if the connection broke
     */
    public Reading read(Connection connection) throws SQLException {
        return read(connection, List.of());
    }

    /** The same, and then queries that a user added. */
    public Reading read(Connection connection, List<OwnQuery> own) throws SQLException {
        return read(connection, Lane.Opener.NONE, own);
    }

    /** The same, with a second connection that takes a part of the statements. */
    public Reading read(Connection connection, Lane.Opener second, List<OwnQuery> own) throws SQLException {
        List<Fact> facts = new ArrayList<>();
        List<Statement> statements = new ArrayList<>();
        Map<String, Coverage.Entry> coverage = new TreeMap<>();
        Lane first = new Lane(connection, dialect);
        try (FactMaker maker = new FactMaker(facts)) {
            read(first, second, maker, statements, coverage);
        }
        for (QueryFile file : catalog.files()) {
            if (!file.completes().isEmpty() && file.serves(version)) {
                complete(first, file, facts, statements, coverage);
            }
        }
        new OwnQueries(dialect, version).read(connection, own, facts, statements, coverage);
        dialect.finish(facts, coverage);
        return new Reading(new Snapshot(version.flavour(), kinds, facts, Coverage.of(coverage)), statements);
    }

    private void read(
            Lane first,
            Lane.Opener second,
            FactMaker maker,
            List<Statement> statements,
            Map<String, Coverage.Entry> coverage)
            throws SQLException {
        List<QueryFile> files = catalog.files().stream()
                .filter(file -> file.hasQuery() && file.shown().isEmpty())
                .filter(file -> file.completes().isEmpty())
                .toList();
        List<QueryFile> served = files.stream().filter(f -> f.serves(version)).toList();
        List<QueryFile> once = served.stream()
                .filter(f -> f.each().isEmpty())
                .sorted(Comparator.comparingInt(QueryFile::rank))
                .toList();
        Presence presence = new Presence(once.stream().map(QueryFile::presence).toList());
        List<Outcome> outcomes =
                new SharedWork(once).read(first, second, (lane, file) -> readOnce(lane, file, presence, maker));
        presence.statement().ifPresent(statements::add);
        for (Outcome outcome : outcomes) {
            merge(coverage, outcome.file(), outcome.entry());
            outcome.statement().ifPresent(statements::add);
        }
        // Which schemas have a certain table is known once the tables are.
        List<Fact> known = maker.await();
        List<Fact> candidates = candidates(known, served);
        for (QueryFile file : served) {
            if (file.each().isPresent()) {
                try {
                    known.addAll(readEach(first, file, candidates, statements, coverage));
                } catch (SQLException e) {
                    merge(coverage, file, dialect.judge(file, e));
                }
            }
        }
        for (QueryFile file : files) {
            if (!file.serves(version) && file.declares()) {
                merge(coverage, file, unsupported(file));
            }
        }
        Coverage.Entry tables = coverage.getOrDefault("table", Coverage.Entry.READ);
        files.stream()
                .filter(file -> file.each().isPresent())
                .forEach(file -> coverage.put(
                        file.kindName(), asFarAs(tables, coverage.getOrDefault(file.kindName(), Coverage.Entry.READ))));
    }

    private Outcome readOnce(Lane lane, QueryFile file, Presence presence, FactMaker maker) throws SQLException {
        List<Statement> answered = new ArrayList<>();
        Coverage.Entry entry;
        try {
            entry = presence.isEmpty(lane, file.presence())
                    ? lane.dialect().judge(file)
                    : read(lane, file, lane.dialect().fill(file.text(version)), maker, answered);
        } catch (SQLException e) {
            entry = lane.dialect().judge(file, e);
        }
        maker.endOfStatement();
        return new Outcome(file, entry, answered.stream().findFirst());
    }

    /** Adds attributes to facts that are there; what is not read of them is said of these attributes alone. */
    private void complete(
            Lane lane,
            QueryFile file,
            List<Fact> facts,
            List<Statement> statements,
            Map<String, Coverage.Entry> coverage)
            throws SQLException {
        Kind kind = kinds.get(file.kindName());
        List<Fact> rows = new ArrayList<>();
        Coverage.Entry entry;
        try (FactMaker maker = new FactMaker(rows)) {
            entry = read(lane, file, dialect.fill(file.text(version)), maker, statements);
            maker.await();
        } catch (SQLException e) {
            entry = dialect.judge(file, e);
        }
        if (entry.status() == Coverage.Status.READ) {
            Map<FactPath, Fact> more = new HashMap<>();
            rows.forEach(row -> more.put(row.path(), row));
            facts.replaceAll(fact -> more.containsKey(fact.path())
                    ? completed(fact, more.getOrDefault(fact.path(), fact), file.completes())
                    : fact);
        } else {
            for (Kind.Attribute attribute : kind.attributes()) {
                if (attribute.compared() && file.completes().contains(attribute.name())) {
                    coverage.put(kind.name() + "." + attribute.name(), entry);
                }
            }
        }
    }

    private static Fact completed(Fact fact, Fact row, List<String> attributes) {
        List<Kind.Attribute> all = fact.kind().attributes();
        @Nullable Object[] values = new @Nullable Object[all.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = attributes.contains(all.get(i).name()) ? row.at(i) : fact.at(i);
        }
        return Fact.ofSlots(fact.kind(), fact.path(), values);
    }

    private Coverage.Entry unsupported(QueryFile file) {
        String needs = file.server().orElse("another server");
        return new Coverage.Entry(Coverage.Status.UNSUPPORTED, "needs " + needs);
    }

    /** The worst of several query files of one kind counts. */
    private static void merge(Map<String, Coverage.Entry> coverage, QueryFile file, Coverage.Entry entry) {
        coverage.merge(
                file.kindName(),
                entry,
                (known, added) -> known.status() == Coverage.Status.READ && added.status() != Coverage.Status.READ
                        ? new Coverage.Entry(Coverage.Status.PARTIAL, file.name() + ": " + added.reason())
                        : known);
    }

    /** The tables that have a name which files read in every schema. */
    private static List<Fact> candidates(List<Fact> facts, List<QueryFile> files) {
        Set<String> names = files.stream().flatMap(file -> file.each().stream()).collect(Collectors.toSet());
        List<Fact> tables = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact.kind().name().equals("table")
                    && names.contains(fact.name())
                    && !fact.text("table_kind").equals(Optional.of("foreign"))) {
                tables.add(fact);
            }
        }
        return tables;
    }

    /**
     * Reads a table in every schema that has one, with one statement; without such a table there is nothing to read. Of
     * rows that make the same fact the last one counts, by the number that the kind's rows are known by.
     */
    private Collection<Fact> readEach(
            Lane lane,
            QueryFile file,
            List<Fact> candidates,
            List<Statement> statements,
            Map<String, Coverage.Entry> coverage)
            throws SQLException {
        String table = file.each().orElseThrow();
        String one = dialect.fill(file.text(version));
        String text = candidates.stream()
                .filter(f -> f.name().equals(table))
                .map(f -> within(one, f.path().names().get(0), table))
                .collect(Collectors.joining("\nunion all\n"));
        Map<FactPath, Fact> last = new TreeMap<>();
        if (!text.isEmpty()) {
            List<Fact> rows = new ArrayList<>();
            try (FactMaker ofRows = new FactMaker(rows)) {
                merge(coverage, file, read(lane, file, text, ofRows, statements));
                ofRows.await();
            }
            rows.stream()
                    .sorted(Comparator.comparingLong(f -> f.get("position") instanceof Long number ? number : 0))
                    .forEach(f -> last.put(f.path(), f));
        }
        return last.values();
    }

    /** Where not all tables are known, one of those that are asked for may be among the others. */
    private static Coverage.Entry asFarAs(Coverage.Entry tables, Coverage.Entry entry) {
        return entry.status() != Coverage.Status.READ || tables.status() == Coverage.Status.READ
                ? entry
                : new Coverage.Entry(Coverage.Status.PARTIAL, "not all tables were seen: " + tables.reason());
    }

    /** In one pass, so that a name that looks like a placeholder stays what it is. */
    private String within(String text, String schema, String table) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1).equals("schema") ? dialect.literal(schema) : dialect.identifier(schema, table)));
    }

    private Coverage.Entry read(Lane lane, QueryFile file, String text, FactMaker maker, List<Statement> statements)
            throws SQLException {
        long start = System.nanoTime();
        long rows;
        try (java.sql.Statement statement = lane.connection().createStatement()) {
            statement.setFetchSize(FETCH_ROWS);
            try (ResultSet result = rows(statement, lane.dialect().first() + text)) {
                List<String> columns = columns(result.getMetaData());
                FactRows factRows = maker.rows(kinds.get(file.kindName()), columns);
                rows = hand(result, Cell.of(result.getMetaData(), factRows), factRows, maker);
            }
            statements.add(new Statement(file.name(), text, rows, (System.nanoTime() - start) / 1_000));
            SQLWarning warnings = statement.getWarnings();
            return warnings == null
                    ? lane.dialect().judge(file)
                    : lane.dialect().judge(file, warnings);
        }
    }

    /** The answer of a query, behind those of what was sent before it. */
    static ResultSet rows(java.sql.Statement statement, String text) throws SQLException {
        boolean rows = statement.execute(text);
        while (!rows && statement.getUpdateCount() >= 0) {
            rows = statement.getMoreResults();
        }
        if (!rows) {
            throw new SQLException("the statement yields no rows", "02000");
        }
        return statement.getResultSet();
    }

    private static List<String> columns(ResultSetMetaData data) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= data.getColumnCount(); i++) {
            columns.add(data.getColumnLabel(i));
        }
        return columns;
    }

    /** Hands rows over in portions, those that came before an error too; returns their number. */
    private long hand(ResultSet result, Cell[] cells, FactRows factRows, FactMaker maker) throws SQLException {
        boolean bytes = dialect.givesBytes();
        long rows = 0;
        List<@Nullable Object[]> portion = new ArrayList<>(PORTION_ROWS);
        try {
            while (result.next()) {
                @Nullable Object[] row = new @Nullable Object[cells.length];
                for (int i = 0; i < row.length; i++) {
                    row[i] = cells[i].raw(result, i + 1, bytes);
                }
                portion.add(row);
                rows++;
                if (portion.size() == PORTION_ROWS) {
                    maker.make(factRows, cells, portion);
                    portion = new ArrayList<>(PORTION_ROWS);
                }
            }
        } finally {
            maker.make(factRows, cells, portion);
        }
        return rows;
    }
}
