package dev.plumbline.source.postgresql;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which schemas are read, and how they are named.
 *
 * @param relative the schema that the URL names; facts of it carry an empty schema name
 * @param schemas schemas to read; empty for all that are not the server's own; the relative one alone if there is one
 */
record Scope(Optional<String> relative, List<String> schemas) {

    private static final Pattern OPTIONS = Pattern.compile("\\$\\{options (?<list>[a-z._]+)}");
    private static final String OPTIONS_MAP = "case when ${list} is not null then"
            + " (select json_object_agg(split_part(o, '=', 1), VALUE) from unnest(${list}) o) end";
    private static final Pattern SIMPLE = Pattern.compile("[a-z_][a-z0-9_$]*");
    private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N}\\s]");
    private static final String VALUE = "substr(o, strpos(o, '=') + 1)";

    Scope {
        schemas = relative.isPresent() ? List.of(relative.get()) : List.copyOf(schemas);
    }

    /**
     * Fills in what a query file leaves open. {@code ${schemas}} becomes a derived table (oid, nspname, prefix) of the
     * schemas to read, {@code ${namespaces}} one of all; {@code nspname} is the name that paths carry, {@code prefix}
     * what stands before a name in a reference. {@code ${options x}} turns the list x of {@code name=value} into a map.
     * {@link AccessLists} says what stands for privileges.
     *
     * <p>Functions such as {@code pg_get_viewdef} leave out the schemas that are on the search path when they run, so a
     * relative reading needs the schema there; but a name in our own text must never be looked up in a schema that
     * somebody else may write to. Thus the path is empty while the server parses the statement, and is set by a filter
     * without variables, which the server evaluates once, before it reads the first row.
     */
    String fill(String text) {
        String filled = OPTIONS.matcher(AccessLists.expand(text))
                .replaceAll(OPTIONS_MAP)
                .replace("VALUE", value())
                .replace("${schemas}", table(filter()))
                .replace("${namespaces}", table(""));
        return relative.isEmpty()
                ? filled
                : "select * from (\n" + filled + "\n) q where (select set_config('search_path', "
                        + literal(identifier(relative.get())) + ", true)) is not null";
    }

    /** A table of a schema whose name is given as paths carry it. */
    String identifier(String schema, String table) {
        return identifier(schema.isEmpty() ? relative.orElse("") : schema) + "." + identifier(table);
    }

    /** The value of an option; of a search path without the name that the reading is relative to. */
    private String value() {
        return relative.map(name -> "case when o like 'search\\_path=%' then regexp_replace(" + VALUE + ", "
                        + literal("(^|, *)(" + spellings(name) + ")(?= *(,|$))") + ", '\\1\"\"', 'g') else " + VALUE
                        + " end")
                .orElse(VALUE);
    }

    /** A regular expression of all that SQL takes for the name, for Java and for the server alike. */
    static String spellings(String name) {
        String quoted = escaped(identifier(name));
        return SIMPLE.matcher(name).matches() ? quoted + "|" + name.replace("$", "\\$") : quoted;
    }

    private static String escaped(String text) {
        return PUNCTUATION.matcher(text).replaceAll("\\\\$0");
    }

    private String table(String filter) {
        String isRelative = relative.map(r -> "nspname = " + literal(r)).orElse("");
        String name = relative.isEmpty() ? "nspname::text" : "case when " + isRelative + " then '' else nspname end";
        String prefix =
                relative.isEmpty() ? "nspname || '.'" : "case when " + isRelative + " then '' else nspname || '.' end";
        return "(select oid, " + name + " as nspname, " + prefix + " as prefix, nspname = 'pg_catalog' as system"
                + " from pg_namespace" + filter + ")";
    }

    private String filter() {
        if (!schemas.isEmpty()) {
            return " where nspname in (" + String.join(", ", literals()) + ")";
        }
        // Names that start with pg_ are reserved for the server: its catalogue, and temporary and TOAST tables.
        return " where nspname !~ '^pg_' and nspname <> 'information_schema'";
    }

    /** What selects the names in the schema of the address that the server has, too, and finds first. */
    Optional<String> hidden() {
        String all = "(select relname as name, relnamespace as namespace from pg_class"
                + " union all select typname, typnamespace from pg_type"
                + " union all select proname, pronamespace from pg_proc"
                + " union all select oprname, oprnamespace from pg_operator"
                + " union all select opcname, opcnamespace from pg_opclass"
                + " union all select collname, collnamespace from pg_collation"
                + " union all select cfgname, cfgnamespace from pg_ts_config"
                + " union all select dictname, dictnamespace from pg_ts_dict)";
        return relative.map(
                schema -> "(select array_agg(distinct own.name::text) from " + all + " own where own.namespace ="
                        + " (select oid from pg_namespace where nspname = " + literal(schema) + ") and own.name in"
                        + " (select s.name from " + all + " s where s.namespace = 'pg_catalog'::regnamespace))");
    }

    /** Whether somebody asks for a schema of the server itself. */
    boolean ofServer() {
        return schemas.stream().anyMatch(s -> s.startsWith("pg_") || s.equals("information_schema"));
    }

    /** The schemas as literals. */
    List<String> literals() {
        return schemas.stream().map(Scope::literal).toList();
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
