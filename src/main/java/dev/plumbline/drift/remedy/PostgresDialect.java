package dev.plumbline.drift.remedy;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.remedy.Script.Phase;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** PostgreSQL: which part writes what, and what the parts share. */
final class PostgresDialect extends Dialect {

    static final Set<String> CONSTRAINTS =
            Set.of("primary_key", "unique_constraint", "foreign_key", "check_constraint", "exclusion_constraint");

    static final Set<String> RELATIONS = Set.of("table", "view", "materialized_view");

    /** Stands for the name of the database, which no snapshot holds. No text of PostgreSQL can hold this character. */
    static final String THIS_DATABASE = "\0";

    private static final String LOSES_POSITION = "the position of the sequence is lost";

    /** What CREATE and ALTER call a kind. */
    static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("schema", "SCHEMA"),
            Map.entry("table", "TABLE"),
            Map.entry("view", "VIEW"),
            Map.entry("materialized_view", "MATERIALIZED VIEW"),
            Map.entry("sequence", "SEQUENCE"),
            Map.entry("type", "TYPE"),
            Map.entry("index", "INDEX"),
            Map.entry("extension", "EXTENSION"),
            Map.entry("statistics", "STATISTICS"),
            Map.entry("collation", "COLLATION"),
            Map.entry("conversion", "CONVERSION"),
            Map.entry("event_trigger", "EVENT TRIGGER"),
            Map.entry("foreign_data_wrapper", "FOREIGN DATA WRAPPER"),
            Map.entry("foreign_server", "SERVER"),
            Map.entry("publication", "PUBLICATION"),
            Map.entry("subscription", "SUBSCRIPTION"),
            Map.entry("role", "ROLE"),
            Map.entry("text_search_parser", "TEXT SEARCH PARSER"),
            Map.entry("text_search_template", "TEXT SEARCH TEMPLATE"),
            Map.entry("text_search_configuration", "TEXT SEARCH CONFIGURATION"),
            Map.entry("text_search_dictionary", "TEXT SEARCH DICTIONARY"));

    static final Map<String, String> WORD_OF_PART = Map.of("trigger", "TRIGGER", "policy", "POLICY", "rule", "RULE");

    final PostgresOptions options = new PostgresOptions(this);
    final PostgresTables tables = new PostgresTables(this);
    final PostgresColumns columns = new PostgresColumns(this);
    private final PostgresConstraints constraints = new PostgresConstraints(this);
    private final PostgresIndexes indexes = new PostgresIndexes(this);
    private final PostgresViews views = new PostgresViews(this);
    private final PostgresRoutines routines = new PostgresRoutines(this);
    private final PostgresTriggers triggers = new PostgresTriggers(this);
    final PostgresTypes types = new PostgresTypes(this);
    private final PostgresSequences sequences = new PostgresSequences(this);
    private final PostgresGrants grants = new PostgresGrants(this);
    private final PostgresRenames renames = new PostgresRenames(this);
    private final List<PostgresPart> parts = List.of(
            new PostgresRoles(this),
            new PostgresDefaults(this),
            new PostgresDatabase(this),
            new PostgresForeign(this),
            new PostgresPublications(this),
            new PostgresTextSearch(this),
            new PostgresObjects(this));

    PostgresDialect(Snapshot expected, Snapshot actual, Script script) {
        super(expected, actual, script);
    }

    @Override
    String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** With a backslash it needs the escape form, which reads the same whatever standard_conforming_strings says. */
    @Override
    String literal(String text) {
        String quoted = "'" + text.replace("'", "''") + "'";
        return text.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
    }

    /** One that names the database asks the server for its name. */
    @Override
    void statement(Phase phase, String text) {
        super.statement(phase, text.contains(THIS_DATABASE) ? asked(text) : text);
    }

    private String asked(String text) {
        String body = "BEGIN EXECUTE format(" + literal(text.replace("%", "%%").replace(THIS_DATABASE, "%I"))
                + ", current_database()); END";
        return "DO " + (body.contains("$do$") ? literal(body) : "$do$ " + body + " $do$");
    }

    String role(String role) {
        return role.equals("PUBLIC") ? role : quote(role);
    }

    /**
     * The name of a routine without its types. Names and quoted types may hold brackets themselves: what stands inside
     * quotes has an odd number of quotes after it.
     */
    static String base(String signature) {
        boolean quoted = false;
        for (int i = signature.length() - 1; i >= 0; i--) {
            if (signature.charAt(i) == '"') {
                quoted = !quoted;
            } else if (signature.charAt(i) == '(' && !quoted) {
                return signature.substring(0, i);
            }
        }
        return signature;
    }

    String signature(FactPath path) {
        String name = path.name();
        return name(List.of(path.names().get(0), base(name)))
                + name.substring(base(name).length());
    }

    /** What COMMENT ON and DROP call an object; empty if it is not known. */
    String object(Fact fact, FactPath path) {
        String kind = path.kind();
        if (CONSTRAINTS.contains(kind)) {
            return "CONSTRAINT " + quote(path.name()) + " ON " + whole(path);
        }
        return switch (kind) {
            case "column" -> "COLUMN " + name(path);
            case "index" -> "INDEX " + name(List.of(path.names().get(0), path.name()));
            case "trigger", "policy", "rule" ->
                WORD_OF_PART.get(kind) + " " + quote(path.name()) + " ON " + whole(path);
            case "routine" ->
                switch (text(fact, "routine_kind")) {
                            case "procedure" -> "PROCEDURE ";
                            case "aggregate" -> "AGGREGATE ";
                            default -> "FUNCTION ";
                        }
                        + signature(path);
            case "type" -> (text(fact, "type_kind").equals("domain") ? "DOMAIN " : "TYPE ") + name(path);
            case "table" -> (text(fact, "table_kind").equals("foreign") ? "FOREIGN TABLE " : "TABLE ") + name(path);
            default -> {
                String word = WORDS.get(kind);
                yield word == null ? "" : word + " " + name(path);
            }
        };
    }

    /** Brings the extensions with which an object goes to what is expected. */
    private void extensions(String object, List<String> wanted, List<String> there) {
        without(there, wanted)
                .forEach(e -> statement(Phase.COMMENT, "ALTER " + object + " NO DEPENDS ON EXTENSION " + quote(e)));
        without(wanted, there)
                .forEach(e -> statement(Phase.COMMENT, "ALTER " + object + " DEPENDS ON EXTENSION " + quote(e)));
    }

    void comment(Fact fact, FactPath path) {
        fact.text("comment")
                .ifPresent(c -> statement(Phase.COMMENT, "COMMENT ON " + object(fact, path) + " IS " + literal(c)));
    }

    private Optional<PostgresPart> part(String kind) {
        return parts.stream().filter(p -> p.kinds().contains(kind)).findFirst();
    }

    @Override
    Set<FactPath> replaced(List<Change> changes, UnaryOperator<FactPath> now) {
        return views.replaced(changes, now);
    }

    @Override
    List<Fact> companions(Fact created) {
        return sequences.companions(created);
    }

    @Override
    boolean create(Fact fact, boolean withParent) {
        String kind = fact.kind().name();
        if (kind.equals("grant")) {
            return grants.change(fact.path(), List.of(), List.of(), fact.list("privileges"), fact.list("grantable"));
        }
        if (kind.equals("column")) {
            columns.create(fact, withParent);
            return true;
        }
        boolean known = CONSTRAINTS.contains(kind) ? constraints.create(fact) : createObject(fact, name(fact.path()));
        if (known) {
            comment(fact, fact.path());
            extensions(object(fact, fact.path()), fact.list("depends_on"), List.of());
            String word = WORDS.get(kind);
            if (RELATIONS.contains(kind)
                    || Set.of("sequence", "routine", "type", "schema").contains(kind)) {
                grants.withdrawDefaults(fact);
            }
            if (word != null
                    && !Set.of("schema", "extension").contains(kind)
                    && fact.text("owner").isPresent()) {
                statement(
                        Phase.OWNER,
                        "ALTER " + word + " " + name(fact.path()) + " OWNER TO " + role(text(fact, "owner")));
            }
        }
        return known;
    }

    private boolean createObject(Fact fact, String name) {
        switch (fact.kind().name()) {
            case "schema" ->
                statement(
                        Phase.SCHEMA,
                        "CREATE SCHEMA " + name
                                + fact.text("owner")
                                        .map(o -> " AUTHORIZATION " + role(o))
                                        .orElse(""));
            case "extension" ->
                statement(
                        Phase.SCHEMA,
                        "CREATE EXTENSION " + name
                                + fact.text("schema")
                                        .map(s -> " SCHEMA " + quote(s))
                                        .orElse(""));
            case "table" -> {
                return tables.create(fact);
            }
            case "index" -> indexes.create(fact);
            case "sequence" -> sequences.create(fact, name);
            case "view" -> views.create(fact);
            case "materialized_view" -> views.createMaterialized(fact);
            case "type" -> {
                return types.create(fact, name);
            }
            case "routine" -> {
                return routines.create(fact);
            }
            case "trigger" -> {
                return triggers.createTrigger(fact);
            }
            case "policy" -> triggers.createPolicy(fact);
            case "rule" -> triggers.createRule(fact);
            default -> {
                return part(fact.kind().name()).map(p -> p.create(fact)).orElse(false);
            }
        }
        return true;
    }

    @Override
    boolean drop(Fact fact, FactPath path) {
        String kind = fact.kind().name();
        if (CONSTRAINTS.contains(kind)) {
            if (kind.equals("foreign_key") && fact.isTrue("disabled") && tables.partition(fact)) {
                // It comes from the partitioned table and is seen only because it was switched off.
                constraints.enforce(path, true);
                return true;
            }
            Phase phase = kind.equals("foreign_key") ? Phase.DROP_FOREIGN_KEY : Phase.DROP_CONSTRAINT;
            String drop = "ALTER TABLE " + whole(path) + " DROP CONSTRAINT " + quote(path.name());
            if (PostgresConstraints.fromAbove(actual, fact)) {
                if (tables.leaves(path)) {
                    statement(Phase.DROP_COLUMN, drop);
                }
            } else if (!PostgresConstraints.inherited(actual, fact)) {
                statement(phase, drop);
                // The index went with the constraint.
                PostgresConstraints.indexAlone(expected, path).ifPresent(indexes::create);
            }
            return true;
        }
        String object = object(fact, path);
        switch (kind) {
            case "grant" -> {
                return grants.change(path, fact.list("privileges"), fact.list("grantable"), List.of(), List.of());
            }
            case "column" -> columns.drop(fact, path);
            case "index" -> {
                boolean above = fact.text("index_of").isPresent();
                if (fact.text("constraint").isEmpty() && (!above || tables.leaves(path))) {
                    statement(above ? Phase.DROP_COLUMN : Phase.DROP_INDEX, "DROP " + object);
                }
            }
            case "table" -> script.destroy(Phase.DROP_TABLE, "DROP " + object, LOSES_ROWS);
            case "schema" -> script.destroy(Phase.DROP_SCHEMA, "DROP " + object + " CASCADE", LOSES_ROWS);
            case "sequence" -> script.destroy(Phase.DROP_SEQUENCE, "DROP " + object, LOSES_POSITION);
            case "view", "materialized_view" -> statement(Phase.DROP_VIEW, "DROP " + object);
            case "trigger", "policy", "rule" -> {
                if (!kind.equals("trigger") || !triggers.switchedBack(fact, path)) {
                    statement(Phase.DROP_TRIGGER, "DROP " + object);
                }
            }
            case "routine" -> statement(Phase.DROP_ROUTINE, "DROP " + object);
            case "type", "extension" -> statement(Phase.DROP_TYPE, "DROP " + object);
            default -> {
                return part(kind).map(p -> p.drop(fact, path)).orElse(false);
            }
        }
        return true;
    }

    @Override
    boolean rename(Fact fact, FactPath path, Change change, List<Change> all) {
        return renames.rename(fact, path, change, all);
    }

    @Override
    void change(Fact before, Fact after, Map<String, Change> changes) {
        FactPath path = before.path();
        String kind = path.kind();
        String object = object(before, path);
        if (!object.isEmpty() && changes.remove("comment") != null) {
            statement(
                    Phase.COMMENT,
                    "COMMENT ON " + object + " IS "
                            + before.text("comment").map(this::literal).orElse("NULL"));
        }
        if (!object.isEmpty() && changes.remove("depends_on") != null) {
            extensions(object, before.list("depends_on"), after.list("depends_on"));
        }
        if (!object.isEmpty() && before.text("owner").isPresent() && changes.remove("owner") != null) {
            statement(Phase.OWNER, "ALTER " + object + " OWNER TO " + role(text(before, "owner")));
        }
        if (changes.isEmpty()) {
            return;
        }
        if (CONSTRAINTS.contains(kind)) {
            constraints.change(before, after, changes);
            return;
        }
        switch (kind) {
            case "column" -> columns.change(before, after, changes);
            case "table" -> tables.change(before, after, changes);
            case "index" -> indexes.change(before, after, changes);
            case "sequence" -> sequences.change(before, changes);
            case "grant" -> {
                if (grants.change(
                        path,
                        after.list("privileges"),
                        after.list("grantable"),
                        before.list("privileges"),
                        before.list("grantable"))) {
                    changes.remove("privileges");
                    changes.remove("grantable");
                }
            }
            case "view", "materialized_view" -> views.change(before, after, object, changes);
            case "trigger" -> {
                if (changes.remove("enabled") != null) {
                    triggers.enable(before);
                }
                if (!changes.isEmpty()) {
                    again(before, path, after, changes);
                }
            }
            case "policy", "rule" -> again(before, path, after, changes);
            case "routine" -> {
                if (!changes.containsKey("returns")
                        && !changes.containsKey("arguments")
                        && !changes.containsKey("routine_kind")) {
                    if (routines.create(before)) {
                        changes.clear();
                    }
                } else {
                    again(before, path, after, changes);
                    grants.again(path);
                }
            }
            case "type" -> types.changeDomain(before, after, object, changes);
            default -> part(kind).ifPresent(p -> p.change(before, after, changes));
        }
    }
}
