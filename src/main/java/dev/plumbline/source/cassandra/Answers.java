package dev.plumbline.source.cassandra;

import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Kind;
import dev.plumbline.fact.Kinds;
import java.util.List;
import java.util.Map;

/**
 * What the server answered to each query file, and how facts are made of it.
 *
 * @param byFile rows by the file's name; files that were not asked, or not answered, are missing
 */
record Answers(Kinds kinds, Scope scope, Map<String, List<Row>> byFile) {

    Answers {
        byFile = Map.copyOf(byFile);
    }

    boolean answered(String file) {
        return byFile.containsKey(file);
    }

    List<Row> all(String file) {
        return byFile.getOrDefault(file, List.of());
    }

    /** The rows of keyspaces that are read. */
    List<Row> inScope(String file) {
        return all(file).stream().filter(row -> scope.reads(row.text("schema"))).toList();
    }

    /**
     * The fact of a row: its columns that are attributes of the kind, and what was worked out besides.
     *
     * @param path outermost name first; keyspaces by the scope's names
     */
    Fact fact(String kind, Row row, Map<String, ?> worked, List<String> path) {
        Kind declared = kinds.get(kind);
        Map<String, Object> attributes = row.attributes(declared);
        attributes.putAll(worked);
        return Fact.of(declared, new FactPath(kind, path), attributes);
    }

    /** The name of a row's keyspace as paths have it. */
    String schema(Row row) {
        return scope.name(row.text("schema"));
    }
}
