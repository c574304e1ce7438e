package dev.plumbline.drift.remedy;

import static dev.plumbline.drift.remedy.Dialect.map;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.remedy.Script.Phase;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import java.util.Map;
import java.util.Set;

/** The database itself, and what holds in every database of the server. Neither is ever made or dropped. */
final class PostgresDatabase implements PostgresPart {

    private static final String ALTER = "ALTER DATABASE " + PostgresDialect.THIS_DATABASE;

    private final PostgresDialect sql;

    PostgresDatabase(PostgresDialect sql) {
        this.sql = sql;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("database", "server");
    }

    @Override
    public boolean create(Fact fact) {
        return false;
    }

    @Override
    public boolean drop(Fact fact, FactPath path) {
        return false;
    }

    @Override
    public void change(Fact before, Fact after, Map<String, Change> changes) {
        if (changes.remove("role_settings") != null) {
            sql.options.configure("ALTER ROLE ALL", map(before, "role_settings"), map(after, "role_settings"));
        }
        if (changes.remove("settings") != null) {
            sql.options.configure(ALTER, map(before, "settings"), map(after, "settings"));
        }
        if (changes.remove("connection_limit") != null) {
            sql.statement(Phase.ROLE, ALTER + " CONNECTION LIMIT " + before.get("connection_limit"));
        }
        if (changes.remove("is_template") != null) {
            sql.statement(Phase.ROLE, ALTER + " IS_TEMPLATE " + before.isTrue("is_template"));
        }
        if (before.text("owner").isPresent() && changes.remove("owner") != null) {
            sql.statement(Phase.OWNER, ALTER + " OWNER TO " + sql.role(Dialect.text(before, "owner")));
        }
        if (changes.remove("comment") != null) {
            sql.statement(
                    Phase.COMMENT,
                    "COMMENT ON DATABASE " + PostgresDialect.THIS_DATABASE + " IS "
                            + before.text("comment").map(sql::literal).orElse("NULL"));
        }
    }
}
