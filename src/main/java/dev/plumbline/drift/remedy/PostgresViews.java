package dev.plumbline.drift.remedy;

import static dev.plumbline.drift.remedy.Dialect.in;
import static dev.plumbline.drift.remedy.Dialect.map;
import static dev.plumbline.drift.remedy.Dialect.text;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.Change.Type;
import dev.plumbline.drift.remedy.Script.Phase;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Snapshot;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** PostgreSQL's views, stored or not, and which of them must make way for others. */
final class PostgresViews {

    private final PostgresDialect sql;

    PostgresViews(PostgresDialect sql) {
        this.sql = sql;
    }

    void create(Fact view) {
        Map<String, String> options = new TreeMap<>(map(view, "options"));
        if (text(view, "security").equals("INVOKER")) {
            options.put("security_invoker", "true");
        }
        sql.statement(
                Phase.VIEW,
                "CREATE VIEW " + sql.name(view.path()) + sql.options.with(options) + " AS\n" + text(view, "definition")
                        + view.text("check_option")
                                .map(o -> "\nWITH " + o + " CHECK OPTION")
                                .orElse(""));
    }

    void createMaterialized(Fact view) {
        sql.statement(
                Phase.VIEW,
                "CREATE MATERIALIZED VIEW " + sql.name(view.path()) + sql.options.with(map(view, "options")) + " AS\n"
                        + text(view, "definition") + "\nWITH " + (view.isTrue("populated") ? "" : "NO ") + "DATA");
    }

    void change(Fact before, Fact after, String object, Map<String, Change> changes) {
        String alter = "ALTER " + object;
        if (changes.remove("check_option") != null) {
            sql.statement(
                    Phase.VIEW,
                    alter
                            + before.text("check_option")
                                    .map(o -> " SET (check_option = " + o.toLowerCase(Locale.ROOT) + ")")
                                    .orElse(" RESET (check_option)"));
        }
        if (changes.remove("security") != null) {
            sql.statement(
                    Phase.VIEW,
                    alter
                            + (text(before, "security").equals("INVOKER")
                                    ? " SET (security_invoker = true)"
                                    : " RESET (security_invoker)"));
        }
        if (changes.remove("options") != null) {
            sql.options.change(alter, map(before, "options"), map(after, "options"), "");
        }
        if (changes.remove("populated") != null) {
            sql.statement(Phase.VIEW, "REFRESH " + object + (before.isTrue("populated") ? "" : " WITH NO DATA"));
        }
        if (changes.remove("tablespace") != null) {
            sql.statement(
                    Phase.VIEW,
                    alter + " SET TABLESPACE "
                            + sql.quote(before.text("tablespace").orElse("pg_default")));
        }
    }

    /** Views whose own columns changed, or that stand on something whose columns change their type or go. */
    Set<FactPath> replaced(List<Change> changes, UnaryOperator<FactPath> now) {
        Set<FactPath> replaced = new LinkedHashSet<>();
        Set<String> disturbed = new HashSet<>();
        for (Change change : changes) {
            String kind = change.path().kind();
            boolean view = kind.equals("view") || kind.equals("materialized_view");
            if (view && Set.of("definition", "access_method", "persistence").contains(change.attribute())) {
                replaced.add(now.apply(change.path()));
            } else if (kind.equals("column")) {
                FactPath column = now.apply(change.path());
                String parent = parentKind(change);
                // No view that is expected can stand on a column that is not.
                boolean remade = Set.of("type", "collation", "generated").contains(change.attribute());
                if (!parent.equals("table") && !Set.of("comment", "default").contains(change.attribute())) {
                    replaced.add(in(column, parent));
                } else if (remade) {
                    disturbed.add(column.names().get(1));
                }
            }
        }
        replaced.forEach(path -> disturbed.add(path.name()));
        boolean more = true;
        while (more) {
            more = false;
            for (String kind : List.of("view", "materialized_view")) {
                for (Fact view : sql.actual.facts(kind)) {
                    FactPath path = now.apply(view.path());
                    if (!replaced.contains(path)
                            && sql.expected.find(path).isPresent()
                            && Plan.words(view).stream().anyMatch(disturbed::contains)) {
                        replaced.add(path);
                        disturbed.add(path.name());
                        more = true;
                    }
                }
            }
        }
        return replaced;
    }

    private String parentKind(Change change) {
        Snapshot side = change.type() == Type.MISSING ? sql.expected : sql.actual;
        for (String kind : PostgresDialect.RELATIONS) {
            if (side.find(in(change.path(), kind)).isPresent()) {
                return kind;
            }
        }
        return "table";
    }
}
