package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.sandbox.TestImages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project whose sandboxes are containers, one of each engine, as its owner would use it. */
class ContainerTargetTest {

    private static final List<String> ENGINES = List.of("postgresql", "mariadb", "mysql", "cassandra");

    @TempDir
    Path folder;

    private SmallProject project;

    @BeforeEach
    void writeProject() throws IOException {
        project = SmallProject.in(folder);
        StringBuilder yaml = new StringBuilder("version: 1\nproject: shop\nrules: {packs: [rules]}\ntargets:\n");
        for (String engine : ENGINES) {
            boolean cassandra = engine.equals("cassandra");
            yaml.append("  on-%s:\n    engine: %s\n    database: shop\n    container: %s\n"
                    .formatted(engine, engine, TestImages.of(engine)));
            yaml.append("    migrations: [{tool: %s, folder: db/%s}]\n"
                    .formatted(cassandra ? "cql" : "sql", cassandra ? "cql" : "sql"));
        }
        project.write("plumbline.yaml", yaml.toString());
        project.write("db/sql/0001_orders.up.sql", "CREATE TABLE orders (id bigint PRIMARY KEY, note varchar(20));\n");
        project.write("db/cql/0001_orders.up.cql", """
                CREATE KEYSPACE shop WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1};
                CREATE TABLE shop.orders (id bigint PRIMARY KEY, note text);
                """);
        project.write("rules/own/note-missing.yaml", """
                id: note-missing
                title: {en: No note, es: Sin nota}
                severity: high
                for: table
                assert: table.columns.exists(c, c.name == 'note')
                message: {en: "{path} has no note", es: "{path} no tiene nota"}
                why: {en: Notes are wanted., es: Se quieren notas.}
                fix: {en: Add one., es: Añadir una.}
                examples:
                  passes: [{table: {path: public.t, columns: [{name: note}]}}]
                  fails: [{table: {path: public.t}}]
                """);
    }

    @Test
    void checkAndSnapshotReadEachEngineInItsContainer() {
        Terminal accepted = project.plumbline("baseline", "accept");
        assertThat(accepted.code()).as(accepted.err()).isZero();

        Terminal check = project.plumbline("check");
        assertThat(check.code()).as(check.out() + check.err()).isZero();
        assertThat(check.out()).doesNotContain("note-missing");
        assertThat(folder.resolve("reports/index.html")).exists();

        Terminal snapshot = project.plumbline("snapshot", "on-mysql");
        assertThat(snapshot.out()).contains("engine mysql").contains("column note");
    }
}
