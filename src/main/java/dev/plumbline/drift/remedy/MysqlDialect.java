package dev.plumbline.drift.remedy;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.remedy.Script.Phase;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** MySQL and MariaDB: which part writes what, and what the parts share. */
final class MysqlDialect extends Dialect {

    final boolean mariadb;
    final MysqlTables tables = new MysqlTables(this);
    final MysqlColumns columns = new MysqlColumns(this);
    final MysqlKeys keys = new MysqlKeys(this);
    final MysqlCode code = new MysqlCode(this);
    final MysqlAccounts accounts = new MysqlAccounts(this);
    private final MysqlGrants grants = new MysqlGrants(this);

    MysqlDialect(Snapshot expected, Snapshot actual, Script script) {
        super(expected, actual, script);
        this.mariadb = actual.engine().equals("mariadb");
    }

    @Override
    String quote(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    /** Quotes are doubled, not escaped, so that NO_BACKSLASH_ESCAPES cannot end the text early. */
    @Override
    String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    String account(String account) {
        int at = account.lastIndexOf('@');
        return at < 0 ? literal(account) : literal(account.substring(0, at)) + "@" + literal(account.substring(at + 1));
    }

    String definer(Fact fact) {
        return fact.text("definer").map(d -> " DEFINER = " + account(d)).orElse("");
    }

    /** Options that only an engine knows, as they were shown. */
    String engineOptions(Fact fact) {
        StringBuilder text = new StringBuilder();
        if (!map(fact, "engine_options").isEmpty()) {
            tables.edit(fact.path())
                    .notes
                    .add("an option that the engine does not know is taken with sql_mode IGNORE_BAD_TABLE_OPTIONS"
                            + " and without a strict mode only");
        }
        map(fact, "engine_options")
                .forEach((name, value) ->
                        text.append(' ').append(quote(name)).append(" = ").append(literal(value)));
        return text.toString();
    }

    boolean ofTable(FactPath part) {
        return expected.find(in(part, "table")).isPresent()
                || actual.find(in(part, "table")).isPresent();
    }

    @Override
    void finish() {
        tables.finish();
        grants.finish();
    }

    @Override
    boolean create(Fact fact, boolean withParent) {
        FactPath path = fact.path();
        switch (fact.kind().name()) {
            case "schema" -> {
                if (fact.name().isEmpty()) {
                    return false;
                }
                statement(
                        Phase.SCHEMA,
                        "CREATE DATABASE " + name(path)
                                + fact.text("collation")
                                        .map(c -> " COLLATE " + quote(c))
                                        .orElse("")
                                + fact.text("comment")
                                        .map(c -> " COMMENT " + literal(c))
                                        .orElse(""));
            }
            case "table" -> {
                return tables.create(fact);
            }
            case "column" -> {
                if (!withParent && ofTable(path)) {
                    tables.edit(path)
                            .column(fact, "ADD COLUMN " + columns.definition(fact, false) + columns.place(fact));
                }
            }
            case "primary_key", "unique_constraint" -> {
                if (!withParent) {
                    keys.index(expected, path).ifPresent(keys::add);
                }
            }
            case "index" -> {
                if (!withParent) {
                    keys.add(fact);
                }
            }
            case "check_constraint" -> {
                boolean ofColumn = text(fact, "level").equals("column");
                if (ofColumn && !withParent) {
                    columns.modify(in(path, "table"), fact.name());
                } else if (!ofColumn && !withParent) {
                    tables.edit(path).keys.add("ADD " + keys.check(fact));
                }
            }
            case "foreign_key" ->
                statement(
                        Phase.FOREIGN_KEY,
                        "ALTER TABLE " + whole(path) + " ADD CONSTRAINT " + quote(fact.name())
                                + " FOREIGN KEY " + columns(fact.list("columns")) + " REFERENCES "
                                + reference(text(fact, "referenced_table")) + " "
                                + columns(fact.list("referenced_columns"))
                                + MysqlKeys.action(" ON UPDATE ", text(fact, "on_update"))
                                + MysqlKeys.action(" ON DELETE ", text(fact, "on_delete")));
            case "view" -> {
                return code.createView(fact);
            }
            case "sequence" ->
                statement(
                        Phase.SEQUENCE,
                        "CREATE SEQUENCE " + name(path) + MysqlCode.sequence(fact) + " ENGINE = "
                                + text(fact, "engine"));
            case "trigger" -> code.createTrigger(fact);
            case "event" -> {
                return code.event(fact, "CREATE");
            }
            case "role" -> {
                return accounts.create(fact);
            }
            case "routine" -> {
                return code.createRoutine(fact, false);
            }
            case "grant" -> {
                return grants.change(path, List.of(), List.of(), fact.list("privileges"), fact.list("grantable"));
            }
            case "partition" -> {
                if (!withParent) {
                    tables.divide(in(path, "table"));
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    boolean drop(Fact fact, FactPath path) {
        switch (fact.kind().name()) {
            case "schema" -> script.destroy(Phase.DROP_SCHEMA, "DROP DATABASE " + name(path), LOSES_ROWS);
            case "table" -> {
                script.destroy(Phase.DROP_TABLE, "DROP TABLE " + name(path), LOSES_ROWS);
                grants.takeFrom(fact);
            }
            case "column" -> {
                if (ofTable(path)) {
                    tables.edit(path).drops.add("DROP COLUMN " + quote(path.name()));
                    if (fact.text("generated").isEmpty()) {
                        tables.edit(path).losses.add("column " + fact.path() + ": " + LOSES_VALUES);
                    }
                }
            }
            case "primary_key", "unique_constraint", "index" -> keys.drop(path);
            case "foreign_key" ->
                statement(
                        Phase.DROP_FOREIGN_KEY,
                        "ALTER TABLE " + whole(path) + " DROP FOREIGN KEY " + quote(path.name()));
            case "check_constraint" -> {
                if (text(fact, "level").equals("column")) {
                    columns.modify(in(path, "table"), path.name());
                } else {
                    tables.edit(path)
                            .drops
                            .add((fact.isTrue("period")
                                            ? "DROP PERIOD FOR "
                                            : mariadb ? "DROP CONSTRAINT " : "DROP CHECK ")
                                    + quote(path.name().replaceFirst("/(?:column|table)$", "")));
                }
            }
            case "view" -> {
                statement(Phase.DROP_VIEW, "DROP VIEW " + name(path));
                grants.takeFrom(fact);
            }
            case "sequence" ->
                script.destroy(
                        Phase.DROP_SEQUENCE, "DROP SEQUENCE " + name(path), "the position of the sequence is lost");
            case "trigger" ->
                statement(
                        Phase.DROP_TRIGGER,
                        "DROP TRIGGER " + name(List.of(path.names().get(0), path.name())));
            case "partition" -> tables.divide(in(path, "table"));
            case "event" -> statement(Phase.DROP_TRIGGER, "DROP EVENT " + name(path));
            case "role" -> {
                return accounts.drop(fact);
            }
            case "routine" -> {
                String kind = text(fact, "routine_kind");
                if (kind.startsWith("package")) {
                    return false;
                }
                statement(
                        Phase.DROP_ROUTINE,
                        "DROP " + (kind.equals("procedure") ? "PROCEDURE " : "FUNCTION ") + code.routine(path));
            }
            case "grant" -> {
                return grants.change(path, fact.list("privileges"), fact.list("grantable"), List.of(), List.of());
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    boolean rename(Fact fact, FactPath path, Change change, List<Change> all) {
        String to = quote(fact.name());
        switch (path.kind()) {
            case "table", "view" -> statement(Phase.RENAME, "RENAME TABLE " + name(path) + " TO " + name(fact.path()));
            case "sequence" -> statement(Phase.RENAME, "ALTER TABLE " + name(path) + " RENAME TO " + name(fact.path()));
            case "column" -> {
                if (ofTable(fact.path())) {
                    statement(
                            Phase.RENAME,
                            "ALTER TABLE " + whole(path) + " RENAME COLUMN " + quote(path.name()) + " TO " + to);
                }
            }
            case "index" ->
                statement(
                        Phase.RENAME,
                        "ALTER TABLE " + whole(path) + " RENAME INDEX " + quote(path.name()) + " TO " + to);
            case "unique_constraint" -> {
                boolean said = all.stream()
                        .anyMatch(c -> c.path().kind().equals("index")
                                && c.type() == Change.Type.RENAMED
                                && c.path().names().equals(change.path().names()));
                if (!said) {
                    statement(
                            Phase.RENAME,
                            "ALTER TABLE " + whole(path) + " RENAME INDEX " + quote(path.name()) + " TO " + to);
                }
            }
            case "event" -> statement(Phase.RENAME, "ALTER EVENT " + name(path) + " RENAME TO " + name(fact.path()));
            case "foreign_key", "check_constraint", "trigger", "routine" -> {
                Optional<Fact> there = actual.find(change.path());
                boolean made = there.isPresent() && drop(there.get(), path) && create(fact, false);
                if (made && path.kind().equals("routine")) {
                    grants.giveBack(fact.path());
                }
                return made;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    void change(Fact before, Fact after, Map<String, Change> changes) {
        FactPath path = before.path();
        switch (before.kind().name()) {
            case "schema" -> changeSchema(before, changes);
            case "table" -> tables.change(before, after, changes);
            case "column" -> columns.change(before, after, changes);
            case "primary_key", "unique_constraint" -> {
                keys.drop(path);
                keys.index(expected, path).ifPresent(keys::add);
                changes.clear();
            }
            case "index" -> keys.change(before, changes);
            case "partition" -> {
                tables.divide(in(path, "table"));
                changes.clear();
            }
            case "check_constraint" -> {
                boolean wasColumn = text(after, "level").equals("column");
                boolean isColumn = text(before, "level").equals("column");
                if (wasColumn || isColumn) {
                    columns.modify(in(path, "table"), path.name().replaceFirst("/(?:column|table)$", ""));
                }
                if (!wasColumn) {
                    drop(after, path);
                }
                if (!isColumn) {
                    create(before, false);
                }
                changes.clear();
            }
            case "routine" -> {
                if (mariadb && text(before, "routine_kind").equals(text(after, "routine_kind"))) {
                    if (code.createRoutine(before, true)) {
                        changes.clear();
                    }
                } else {
                    again(before, path, after, changes);
                    grants.giveBack(path);
                }
            }
            case "foreign_key", "trigger" -> {
                boolean position = changes.containsKey("position") && changes.size() == 1;
                if (!position) {
                    again(before, path, after, changes);
                }
            }
            case "view" -> {
                // What it selects from comes back by itself.
                changes.remove("valid");
                if (!changes.isEmpty() && code.createView(before)) {
                    List.of("definition", "definer", "security", "check_option", "algorithm", "introducers")
                            .forEach(changes::remove);
                }
            }
            case "event" -> {
                if (code.event(before, "ALTER")) {
                    changes.clear();
                }
            }
            case "role" -> accounts.change(before, after, changes);
            case "sequence" -> {
                if (changes.containsKey("engine")) {
                    statement(Phase.SEQUENCE, "ALTER TABLE " + name(path) + " ENGINE = " + text(before, "engine"));
                }
                statement(Phase.SEQUENCE, "ALTER SEQUENCE " + name(path) + MysqlCode.sequence(before));
                changes.clear();
            }
            case "grant" -> {
                if (grants.change(
                        path,
                        after.list("privileges"),
                        after.list("grantable"),
                        before.list("privileges"),
                        before.list("grantable"))) {
                    changes.clear();
                }
            }
            default -> {}
        }
    }

    private void changeSchema(Fact before, Map<String, Change> changes) {
        String alter = "ALTER DATABASE" + (before.name().isEmpty() ? "" : " " + name(before.path()));
        if (changes.remove("collation") != null) {
            before.text("collation").ifPresent(c -> statement(Phase.SCHEMA, alter + " COLLATE " + quote(c)));
        }
        if (changes.remove("comment") != null) {
            statement(
                    Phase.SCHEMA,
                    alter + " COMMENT " + literal(before.text("comment").orElse("")));
        }
    }
}
