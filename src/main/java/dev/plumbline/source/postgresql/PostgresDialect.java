package dev.plumbline.source.postgresql;

import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.Fact;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.JdbcCatalog.Dialect;
import dev.plumbline.source.QueryFile;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns PostgreSQL's error codes into coverage, and keeps the transaction usable after each of them. */
record PostgresDialect(Endpoint endpoint, Scope scope, Session session) implements Dialect {

    private static final Set<String> VIEWS = Set.of("view", "materialized_view");

    /** How the server calls a setting that comes with the account, in all databases or in one. */
    private static final Set<String> OWN_SOURCES = Set.of("user", "database user");

    @Override
    public String fill(String text) {
        return scope.fill(text);
    }

    @Override
    public String first() {
        return Session.BACK + ";\n";
    }

    @Override
    public boolean judgesPresence() {
        return !scope.ofServer();
    }

    @Override
    public void stay() throws SQLException {
        session.reset();
    }

    @Override
    public String literal(String schema) {
        return Scope.literal(schema);
    }

    @Override
    public String identifier(String schema, String table) {
        return scope.identifier(schema, table);
    }

    @Override
    public Coverage.Entry judge(QueryFile file) {
        return file.kindName().equals("setting") && !session.facts().allSettings()
                ? new Coverage.Entry(Coverage.Status.PARTIAL, denied(file))
                : Coverage.Entry.READ;
    }

    @Override
    public Coverage.Entry judge(QueryFile file, SQLException error) throws SQLException {
        String state = String.valueOf(error.getSQLState());
        if (ConnectionProblem.ended(session.connection(), error)) {
            throw error;
        }
        Endpoint.Limits limits = endpoint.limits();
        return switch (state) {
            case "42501" -> new Coverage.Entry(Coverage.Status.DENIED, denied(file));
            case "55P03" -> {
                session.hurry();
                yield failed("another session holds a lock, and it was not released within the lock time-out of "
                        + limits.lockMillis() + " ms");
            }
            case "57014" -> failed("the statement time-out of " + limits.statementMillis() + " ms was reached");
            default -> failed(state + " " + ConnectionProblem.message(endpoint, error));
        };
    }

    /** The server sends nothing that is not UTF-8, whatever the encoding of the database: it fails with 22021 before. */
    @Override
    public boolean givesBytes() {
        return true;
    }

    @Override
    public void finish(List<Fact> facts, Map<String, Coverage.Entry> coverage) throws SQLException {
        if (session.facts().version().matches("< 16")) {
            facts.replaceAll(
                    fact -> VIEWS.contains(fact.kind().name()) ? with(fact, "definition", Qualifiers::drop) : fact);
        }
        scope.relative().ifPresent(schema -> {
            if (!session.facts().hidden().isEmpty()) {
                HiddenNames hidden =
                        new HiddenNames(new OwnNames(schema, session.facts().hidden()));
                facts.replaceAll(hidden::mark);
            }
            OwnNames own = new OwnNames(schema, OwnNames.of(facts));
            facts.replaceAll(fact -> fact.kind().name().equals("routine") ? with(fact, "body", own::drop) : fact);
        });
        judgeUserMappings(facts, coverage);
        judgeSettings(facts, coverage);
        session.reset();
        if (!session.kept()) {
            List.of("setting", "user_mapping")
                    .forEach(kind -> coverage.put(
                            kind,
                            new Coverage.Entry(
                                    Coverage.Status.PARTIAL, "rights of the account were withdrawn while it read")));
        }
    }

    /** A value that the account's own role sets says nothing of the server. */
    private static void judgeSettings(List<Fact> facts, Map<String, Coverage.Entry> coverage) {
        String own = facts.stream()
                .filter(f -> f.kind().name().equals("setting") && f.get("value") == null)
                .filter(f -> f.text("source").filter(OWN_SOURCES::contains).isPresent())
                .map(Fact::name)
                .sorted()
                .collect(Collectors.joining(", "));
        if (!own.isEmpty()) {
            coverage.put(
                    "setting.value",
                    new Coverage.Entry(
                            Coverage.Status.PARTIAL,
                            "the account's own settings hide those that others get of " + own));
        }
    }

    private static Fact with(Fact fact, String attribute, UnaryOperator<String> normal) {
        Map<String, @Nullable Object> attributes = new TreeMap<>();
        fact.kind().attributes().forEach(a -> attributes.put(a.name(), fact.get(a.name())));
        fact.text(attribute).ifPresent(text -> attributes.put(attribute, normal.apply(text)));
        return Fact.of(fact.kind(), fact.path(), attributes);
    }

    /** The server shows the options of a user mapping to its user and superusers, and to others none, without a word. */
    private void judgeUserMappings(List<Fact> facts, Map<String, Coverage.Entry> coverage) {
        long empty = facts.stream()
                .filter(f -> f.kind().name().equals("user_mapping") && f.get("options") == null)
                .count();
        if (empty > 0 && !session.facts().superuser()) {
            coverage.put(
                    "user_mapping",
                    new Coverage.Entry(
                            Coverage.Status.PARTIAL,
                            "the options of " + empty + " are hidden from an account that is no superuser"));
        }
    }

    private static String denied(QueryFile file) {
        return file.denied().orElse("the account may not read the catalogue tables of " + file.name());
    }

    private static Coverage.Entry failed(String reason) {
        return new Coverage.Entry(Coverage.Status.FAILED, reason);
    }
}
