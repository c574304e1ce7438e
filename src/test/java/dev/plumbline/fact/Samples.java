package dev.plumbline.fact;

import dev.plumbline.fact.Kind.Attribute;
import dev.plumbline.fact.Kind.Impacts;
import dev.plumbline.fact.Kind.Role;
import dev.plumbline.fact.Kind.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A small world of kinds and a builder of snapshots, for tests that need no database. */
public final class Samples {

    public static final Kind TABLE = new Kind(
            "table",
            "tables",
            "Tables.",
            List.of(),
            List.of("schema", "table"),
            Impacts.DEFAULT,
            List.of(
                    new Attribute("owner", Type.TEXT, Role.PRIVILEGE, null, ""),
                    new Attribute("comment", Type.TEXT, Role.COSMETIC, null, ""),
                    new Attribute("options", Type.MAP, Role.DEFINITION, Map.of(), ""),
                    new Attribute("oid", Type.INT, Role.IDENTITY, null, "")));

    public static final Kind COLUMN = new Kind(
            "column",
            "columns",
            "Columns.",
            List.of("table"),
            List.of("schema", "table", "column"),
            Impacts.DEFAULT,
            List.of(
                    new Attribute("position", Type.INT, Role.ORDER, null, ""),
                    new Attribute("type", Type.TEXT, Role.DEFINITION, null, ""),
                    new Attribute("nullable", Type.BOOL, Role.DEFINITION, true, ""),
                    new Attribute("default", Type.TEXT, Role.DEFINITION, null, "")));

    public static final Kind INDEX = new Kind(
            "index",
            "indexes",
            "Indexes.",
            List.of("table"),
            List.of("schema", "table", "index"),
            Impacts.DEFAULT,
            List.of(
                    new Attribute("columns", Type.LIST, Role.DEFINITION, List.of(), ""),
                    new Attribute("valid", Type.BOOL, Role.STATE, true, "")));

    public static final Kind GRANT = new Kind(
            "grant",
            "grants",
            "Grants.",
            List.of("*"),
            List.of("object", "grantee"),
            new Impacts(Kind.Impact.PRIVILEGE, Kind.Impact.PRIVILEGE),
            List.of(new Attribute("privileges", Type.LIST, Role.PRIVILEGE, List.of(), "")));

    public static final Kinds KINDS = new Kinds(List.of(TABLE, COLUMN, INDEX, GRANT));

    private final List<Fact> facts = new ArrayList<>();
    private final Map<String, Coverage.Entry> coverage = new TreeMap<>();

    public Samples() {
        KINDS.all().forEach(kind -> coverage.put(kind.name(), Coverage.Entry.READ));
    }

    /** @param namesAndValues attribute, value, attribute, value … */
    public Samples fact(Kind kind, String path, @Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> attributes = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            attributes.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        facts.add(Fact.of(kind, FactPath.parse(kind.name() + ":" + path), attributes));
        return this;
    }

    public Samples covered(String kind, Coverage.Status status, String reason) {
        coverage.put(kind, new Coverage.Entry(status, reason));
        return this;
    }

    public Snapshot snapshot() {
        return new Snapshot("postgresql", KINDS, facts, Coverage.of(coverage));
    }

    /** A table with three columns, an index and a grant. */
    public static Samples orders() {
        return new Samples()
                .fact(TABLE, "public.orders", "owner", "app", "comment", "Orders,\nand \"more\"", "oid", 16384)
                .fact(COLUMN, "public.orders.id", "position", 1, "type", "bigint", "nullable", false)
                .fact(COLUMN, "public.orders.total", "position", 3, "type", "numeric(10,2)")
                .fact(COLUMN, "public.orders.note", "position", 7, "type", "text", "default", "''::text")
                .fact(INDEX, "public.orders.orders_pkey", "columns", List.of("id"))
                .fact(GRANT, "table.public.orders.reader", "privileges", List.of("SELECT"));
    }
}
