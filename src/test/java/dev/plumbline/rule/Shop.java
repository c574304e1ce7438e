package dev.plumbline.rule;

import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Kind;
import dev.plumbline.fact.Kind.Attribute;
import dev.plumbline.fact.Kind.Role;
import dev.plumbline.fact.Kind.Type;
import dev.plumbline.fact.Kinds;
import dev.plumbline.fact.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A small database with the awkward values that real ones have, and the kinds it is made of. */
final class Shop {

    static final Kind TABLE = kind(
            "table",
            "tables",
            List.of(),
            List.of("schema", "table"),
            new Attribute("table_kind", Type.TEXT, Role.DEFINITION, "table", "What sort of table"),
            new Attribute("owner", Type.TEXT, Role.PRIVILEGE, null, "Role that owns it"),
            new Attribute("comment", Type.TEXT, Role.COSMETIC, null, "What it is for"),
            new Attribute("rows", Type.INT, Role.CONTEXT, null, "About how many"),
            new Attribute("secured", Type.BOOL, Role.PRIVILEGE, null, "Whether policies hold"),
            new Attribute("options", Type.MAP, Role.OPERATIONAL, null, "Storage"),
            new Attribute("inherits", Type.LIST, Role.DEFINITION, null, "Parents"));

    static final Kind COLUMN = kind(
            "column",
            "columns",
            List.of("table"),
            List.of("schema", "table", "column"),
            new Attribute("position", Type.INT, Role.ORDER, null, "Rank"),
            new Attribute("type", Type.TEXT, Role.DEFINITION, null, "With modifiers"),
            new Attribute("nullable", Type.BOOL, Role.DEFINITION, true, "Whether NULL may be stored"),
            new Attribute("default", Type.TEXT, Role.DEFINITION, null, "Expression"),
            new Attribute("length", Type.INT, Role.CONTEXT, null, "Most characters"));

    static final Kind INDEX = kind(
            "index",
            "indexes",
            List.of("table"),
            List.of("schema", "table", "index"),
            new Attribute("columns", Type.LIST, Role.CONTEXT, null, "Names"),
            new Attribute("unique", Type.BOOL, Role.DEFINITION, false, "Whether values are"),
            new Attribute("valid", Type.BOOL, Role.STATE, true, "Whether it is used"));

    static final Kind GRANT = kind(
            "grant",
            "grants",
            List.of(Kind.ANY_PARENT),
            List.of("path"),
            new Attribute("privileges", Type.LIST, Role.PRIVILEGE, null, "Upper case"));

    static final Kind SETTING = kind(
            "setting",
            "settings",
            List.of(),
            List.of("setting"),
            new Attribute("value", Type.TEXT, Role.DEFINITION, null, "As text"),
            new Attribute("file", Type.TEXT, Role.CONTEXT, null, "Where it stands"),
            new Attribute("line", Type.INT, Role.CONTEXT, null, "Where it stands"));

    static final Kinds KINDS = new Kinds(List.of(TABLE, COLUMN, INDEX, GRANT, SETTING));

    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private Shop() {}

    private static Kind kind(
            String name, String plural, List<String> parents, List<String> path, Attribute... attributes) {
        return new Kind(name, plural, name + "s of the shop", parents, path, Kind.Impacts.DEFAULT, List.of(attributes));
    }

    static Fact fact(Kind kind, String path, Object... attributes) {
        Map<String, Object> values = new TreeMap<>();
        for (int i = 0; i < attributes.length; i += 2) {
            values.put((String) attributes[i], attributes[i + 1]);
        }
        return Fact.of(kind, FactPath.parse(kind.name() + ":" + path), values);
    }

    static List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact(
                TABLE,
                "public.orders",
                "owner",
                "app",
                "rows",
                1_000_000L,
                "secured",
                true,
                "options",
                Map.of("fillfactor", "70", "a", "")));
        facts.add(fact(
                TABLE, "public.order", "comment", "año \uD83D\uDE00", "rows", 0L, "inherits", List.of("base", "base")));
        facts.add(fact(TABLE, "shop.\"Order Line\"", "table_kind", "partition", "rows", -3L, "inherits", List.of()));
        facts.add(fact(TABLE, ".relative", "owner", "", "rows", Long.MAX_VALUE));
        facts.add(fact(TABLE, "public.empty", "table_kind", "view"));
        facts.add(fact(COLUMN, "public.orders.id", "position", 1L, "type", "bigint", "nullable", false));
        facts.add(fact(COLUMN, "public.orders.total", "position", 2L, "type", "numeric(10,2)", "default", "0"));
        facts.add(fact(
                COLUMN, "public.orders.note", "position", 3L, "type", "varchar(20)", "length", 20L, "default", ""));
        facts.add(fact(COLUMN, "public.order.id", "position", 1L, "type", "integer"));
        facts.add(fact(COLUMN, "shop.\"Order Line\".\"día\"", "position", 1L, "type", "date", "length", 0L));
        facts.add(fact(COLUMN, ".relative.a", "position", 1L));
        facts.add(fact(INDEX, "public.orders.orders_pkey", "columns", List.of("id"), "unique", true));
        facts.add(fact(INDEX, "public.orders.orders_note_total", "columns", List.of("note", "total"), "valid", false));
        facts.add(fact(GRANT, "table.public.orders.app", "privileges", List.of("INSERT", "SELECT")));
        facts.add(fact(GRANT, "column.public.orders.id.clerk", "privileges", List.of("SELECT")));
        return facts;
    }

    static Snapshot snapshot(String engine, List<Fact> facts) {
        Map<String, Coverage.Entry> coverage = new TreeMap<>();
        KINDS.all().forEach(k -> coverage.put(k.name(), Coverage.Entry.READ));
        return new Snapshot(engine, KINDS, facts, Coverage.of(coverage));
    }

    static Project project() {
        Snapshot files = new Snapshot(
                "project",
                KINDS,
                List.of(fact(SETTING, "DEBUG", "value", "False", "file", "settings.py", "line", 12L)),
                Coverage.of(Map.of("setting", Coverage.Entry.READ)));
        return new Project(
                "shop",
                List.of(new Project.Target(
                        "main",
                        "15.4",
                        snapshot("postgresql", facts()),
                        Optional.empty(),
                        Map.of("table", List.of("table.sql")))),
                files,
                Map.of());
    }

    static World world() {
        return new World(project(), NOW);
    }
}
