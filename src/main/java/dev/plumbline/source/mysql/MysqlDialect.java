package dev.plumbline.source.mysql;

import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.Coverage.Status;
import dev.plumbline.fact.Fact;
import dev.plumbline.source.Catalog;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.JdbcCatalog;
import dev.plumbline.source.QueryFile;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What MySQL and MariaDB need beyond plain SQL. */
final class MysqlDialect implements JdbcCatalog.Dialect {

    private static final Coverage.Entry LOCKED =
            new Coverage.Entry(Status.FAILED, "a table is locked by another session");

    private final Session session;
    private final Scope scope;
    private final Rights rights;
    private final Macros macros;
    private final TableList list;
    private final Catalog catalog;
    private final Endpoint.Limits limits;
    private final boolean showCreate;

    MysqlDialect(Session session, Endpoint endpoint, Catalog catalog) throws SQLException {
        this.session = session;
        this.catalog = catalog;
        this.limits = endpoint.limits();
        this.showCreate = endpoint.showCreate();
        this.scope = new Scope(session.schema(), endpoint.schemas());
        this.macros = new Macros(scope);
        this.list = TableList.read(session, scope, limits.lockMillis());
        this.rights = Rights.parse(session.rows("rights", "show grants"), session.version());
    }

    @Override
    public String fill(String text) {
        return macros.expand(text.replace(":sequences", list.query()));
    }

    @Override
    public String literal(String schema) {
        return Scope.quote(schema);
    }

    @Override
    public String identifier(String schema, String table) {
        return scope.identifier(schema, table);
    }

    @Override
    public Coverage.Entry judge(QueryFile file, SQLException error) throws SQLException {
        if (session.isLost(error)) {
            throw error;
        }
        return switch (error.getErrorCode()) {
            case 1044, 1045, 1142, 1143, 1227, 1370 ->
                new Coverage.Entry(
                        // Who looks at a schema is not given the privileges that files beyond it need.
                        file.completes().isEmpty() ? Status.DENIED : Status.EXCLUDED,
                        file.denied().orElse("the account lacks a privilege"));
            case 1205 -> locked();
            case 1969, 3024, 1317 -> new Coverage.Entry(Status.FAILED, "the server needed longer than the time-out");
            default -> new Coverage.Entry(Status.FAILED, "the server refused the statement: " + Session.reason(error));
        };
    }

    @Override
    public Coverage.Entry judge(QueryFile file) {
        if (file.kindName().equals("sequence") && list.leftOut()) {
            return LOCKED;
        }
        // Of facts that are hidden the kind's own file speaks.
        return !file.completes().isEmpty() || rights.see(file.kindName(), scope)
                ? Coverage.Entry.READ
                : new Coverage.Entry(
                        Status.PARTIAL,
                        file.denied()
                                .orElse("the account sees only what it has privileges on; "
                                        + rights.needed(file.kindName(), scope)));
    }

    /** A table that cannot be opened for the catalogue is left out with a warning, not an error. */
    @Override
    public Coverage.Entry judge(QueryFile file, SQLWarning warnings) throws SQLException {
        return Session.leftOut(warnings) ? locked() : judge(file);
    }

    private Coverage.Entry locked() throws SQLException {
        session.stopWaiting();
        return LOCKED;
    }

    @Override
    public void finish(List<Fact> facts, Map<String, Coverage.Entry> coverage) throws SQLException {
        facts.removeIf(f -> f.path().names().size() > 2 && list.hides(Facts.table(f)));
        if (list.lacksViews(facts)) {
            coverage.computeIfPresent(
                    "view",
                    (kind, entry) ->
                            entry.status() == Status.READ || entry.status() == Status.PARTIAL ? LOCKED : entry);
        }
        // How a table is divided decides what is asked of it; its normal form comes with the others.
        new PartitionedTables().apply(facts);
        new ShownObjects(session, scope, limits, showCreate).read(catalog, facts, coverage);
        Normaliser.all(scope, session.version()).forEach(normaliser -> normaliser.apply(facts));
        Coverage.Entry columns = coverage.getOrDefault("column", Coverage.Entry.READ);
        if (columns.status() != Status.READ) {
            // One whose columns are hidden looks like one that has none.
            facts.replaceAll(f -> Facts.is(f, "view") ? Facts.with(f, Collections.singletonMap("valid", null)) : f);
            coverage.put(
                    "view.valid", new Coverage.Entry(Status.PARTIAL, "not all columns were seen: " + columns.reason()));
        }
        hidden(facts, "view", "definition", coverage);
        hidden(facts, "routine", "body", coverage);
    }

    /** The server lists what the account may not read, with an empty text. */
    private static void hidden(List<Fact> facts, String kind, String attribute, Map<String, Coverage.Entry> coverage) {
        long hidden = facts.stream()
                .filter(f -> f.kind().name().equals(kind) && f.get(attribute) == null)
                .count();
        if (hidden > 0) {
            coverage.put(
                    kind,
                    new Coverage.Entry(
                            Status.PARTIAL, "the " + attribute + " of " + hidden + " is hidden from the account"));
        }
    }
}
