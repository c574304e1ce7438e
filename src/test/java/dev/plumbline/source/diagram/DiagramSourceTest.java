package dev.plumbline.source.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagramSourceTest {

    @TempDir
    Path folder;

    private Snapshot read() {
        return read(folder, folder);
    }

    private static Snapshot read(Path project, Path folder) {
        return new DiagramSource(project, folder, Catalog.allKinds()).read().snapshot();
    }

    private static Fact fact(Snapshot read, String kind, String... path) {
        return read.find(FactPath.of(kind, path))
                .orElseThrow(() -> new AssertionError(List.of(path) + " is not among " + read.facts(kind)));
    }

    @Test
    void entitiesColumnsAndRelationsAreReadInEveryStyle() throws IOException {
        Files.writeString(folder.resolve("ER-SHOP-001-orders.puml"), """
                @startuml ER-SHOP-001-orders
                !define TABLE(x) entity x
                package "shop" {
                entity "shop.orders" as o {
                  * id : bigint <<PK>>
                  --
                  * user_id : bigint <<FK>>
                  note : varchar(20)
                  + code VARCHAR(5) NOT NULL
                  {field} total decimal(8,2)
                  ' a comment
                }
                TABLE(users) {
                  PK id int
                  email : text <<UK>>
                }
                }
                users ||--o{ o : user_id
                users "1" -- "0..n" o : other
                @enduml
                """);
        Snapshot read = read();
        assertThat(fact(read, "diagram_entity", "ER-SHOP-001-orders", "shop.orders")
                        .list("columns"))
                .containsExactly("id", "user_id", "note", "code", "total");
        assertThat(fact(read, "diagram_column", "ER-SHOP-001-orders", "shop.orders", "id")
                        .attributes())
                .containsEntry("primary_key", true)
                .containsEntry("nullable", false)
                .containsEntry("type", "bigint");
        assertThat(fact(read, "diagram_column", "ER-SHOP-001-orders", "shop.orders", "note")
                        .attributes())
                .containsEntry("nullable", true)
                .containsEntry("type", "varchar(20)");
        assertThat(fact(read, "diagram_column", "ER-SHOP-001-orders", "shop.orders", "code")
                        .attributes())
                .containsEntry("nullable", false)
                .containsEntry("type", "VARCHAR(5)");
        assertThat(fact(read, "diagram_column", "ER-SHOP-001-orders", "users", "id")
                        .isTrue("primary_key"))
                .isTrue();
        assertThat(fact(read, "diagram_relation", "ER-SHOP-001-orders", "users", "shop.orders", "user_id")
                        .text("cardinality"))
                .contains("1:0..*");
        assertThat(fact(read, "diagram_relation", "ER-SHOP-001-orders", "users", "shop.orders", "other")
                        .text("cardinality"))
                .contains("1:0..n");
        assertThat(fact(read, "diagram", "ER-SHOP-001-orders").attributes())
                .containsEntry("type", "ER")
                .containsEntry("domain", "SHOP")
                .containsEntry("number", "001")
                .containsEntry("slug", "orders")
                .containsEntry("name_valid", true)
                .containsEntry("start_id_matches", true)
                .containsEntry("svg_present", false);
    }

    @Test
    void aPictureIsCurrentUntilItsSourceChanges() throws IOException {
        String source = "@startuml x\nentity a {\n  * id : int\n}\n@enduml\n";
        Files.writeString(folder.resolve("x.puml"), source);
        Files.writeString(folder.resolve("x.svg"), PlantUml.svg(source));
        assertThat(fact(read(), "diagram", "x").isTrue("svg_current")).isTrue();
        Files.writeString(folder.resolve("x.puml"), source.replace("int", "bigint"));
        assertThat(fact(read(), "diagram", "x").isTrue("svg_current")).isFalse();
    }

    @Test
    void aNumberThatTwoDiagramsHaveIsNotUnique() throws IOException {
        Files.writeString(folder.resolve("ER-A-001-x.puml"), "@startuml\n@enduml\n");
        Files.writeString(folder.resolve("ER-A-001-y.puml"), "@startuml\n@enduml\n");
        Files.writeString(folder.resolve("ER-A-002-y.puml"), "@startuml\n@enduml\n");
        assertThat(read().facts("diagram"))
                .extracting(f -> f.isTrue("number_unique"))
                .containsExactly(false, false, true);
    }

    @Test
    void aSourceThatCannotBeDrawnIsSaid() throws IOException {
        Files.writeString(
                folder.resolve("bad.puml"),
                "@startuml\nentity a {\n this ->->-> is $$ not (\n}\nfoo bar baz\n@enduml\n");
        Snapshot read = read();
        assertThat(read.coverage().of("diagram_entity").status()).isEqualTo(Coverage.Status.PARTIAL);
        assertThat(fact(read, "diagram", "bad").text("syntax_error")).isPresent();
    }

    @Test
    void theReferenceProjectKeepsItsDiagrams() {
        Path project = Path.of("src/test/iact");
        Snapshot read = read(project, project.resolve("docs/diagramas"));
        assertThat(read.facts("diagram"))
                .hasSizeGreaterThan(8)
                .allMatch(d -> d.isTrue("name_valid")
                        && d.isTrue("number_unique")
                        && d.isTrue("start_id_matches")
                        && d.isTrue("svg_present")
                        && d.isTrue("svg_current"));
        assertThat(read.facts("diagram_column")).hasSizeGreaterThan(100);
        assertThat(read.facts("diagram_relation"))
                .allMatch(r -> r.text("cardinality").isPresent());
        assertThat(read.coverage().complete("diagram_relation"))
                .as(read.coverage().of("diagram_relation").reason())
                .isTrue();
    }

    @Test
    void whatIsPlantedInTheBadExampleIsFound() {
        Path project = Path.of("src/test/iact-bad");
        Snapshot read = read(project, project.resolve("docs/diagramas"));
        Fact badName = fact(read, "diagram", "permisos_granular_er");
        assertThat(badName.isTrue("name_valid")).isFalse();
        assertThat(badName.isTrue("svg_present")).isFalse();
        Fact old = fact(read, "diagram", "ER-USER-001-usuarios-antiguo");
        assertThat(old.isTrue("start_id_matches")).isFalse();
    }
}
