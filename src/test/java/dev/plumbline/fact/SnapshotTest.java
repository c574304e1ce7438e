package dev.plumbline.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTest {

    @TempDir
    Path folder;

    @Test
    void canonicalTextReadsWell() throws IOException {
        StringBuilder text = new StringBuilder();
        Samples.orders().snapshot().write(text);
        assertThat(text).hasToString("""
                plumbline snapshot 1
                engine postgresql
                coverage column READ
                coverage grant READ
                coverage index READ
                coverage table READ

                table public.orders owner=app comment=|
                    | Orders,
                    | and "more"
                  column id type=bigint nullable=false
                  column total type="numeric(10,2)"
                  column note type=text default="''::text"
                  grant reader privileges=[SELECT]
                  index orders_pkey columns=[id]
                """);
    }

    @Test
    void whatIsWrittenAsAFileIsReadBackEqual() throws IOException {
        Snapshot snapshot = withHostileNames();
        Path file = folder.resolve("snapshot.txt");
        try (var out = Files.newBufferedWriter(file)) {
            snapshot.write(out);
        }
        Snapshot read = Snapshot.read(file, Samples.KINDS);
        assertThat(read.digest()).isEqualTo(snapshot.digest());
        assertThat(read.facts()).hasSameSizeAs(snapshot.facts());
        assertThat(read.coverage()).isEqualTo(snapshot.coverage());
    }

    @Test
    void whatIsWrittenAsAFolderIsReadBackEqualAndOldFilesGo() throws IOException {
        Snapshot snapshot = withHostileNames();
        snapshot.writeFolder(folder);
        assertThat(Snapshot.read(folder, Samples.KINDS).digest()).isEqualTo(snapshot.digest());
        Snapshot smaller = Samples.orders().snapshot();
        smaller.writeFolder(folder);
        assertThat(Snapshot.read(folder, Samples.KINDS).digest()).isEqualTo(smaller.digest());
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(f -> folder.relativize(f).toString()))
                    .containsExactlyInAnyOrder("snapshot.txt", "public/table.txt");
        }
    }

    @Test
    void orderOfInputChangesNothing() {
        Snapshot snapshot = withHostileNames();
        List<Fact> shuffled = new ArrayList<>(snapshot.facts());
        Collections.reverse(shuffled);
        assertThat(new Snapshot("postgresql", Samples.KINDS, shuffled, snapshot.coverage()).digest())
                .isEqualTo(snapshot.digest());
    }

    @Test
    void gapsInTheOrderOfColumnsDoNotCount() {
        assertThat(Samples.orders()
                        .snapshot()
                        .find(FactPath.parse("column:public.orders.note"))
                        .map(f -> f.get("position")))
                .contains(3L);
    }

    @Test
    void faultsAreNamedWithTheirPlaceAllAtOnce() throws IOException {
        Path file = folder.resolve("broken.txt");
        Files.writeString(file, """
                plumbline snapshot 1
                engine postgresql

                tabel public.orders
                table public.orders colour=red
                  column id type="bigint
                table public.orders owner=app
                table public.orders owner=app
                """);
        assertThatThrownBy(() -> Snapshot.read(file, Samples.KINDS))
                .isInstanceOfSatisfying(
                        ProblemsException.class,
                        e -> assertThat(e.problems())
                                .extracting(Problem::where, Problem::what)
                                .containsExactly(
                                        org.assertj.core.groups.Tuple.tuple(
                                                file + ":4:6",
                                                "no kind is named 'tabel'; was this written by a newer version?"),
                                        org.assertj.core.groups.Tuple.tuple(
                                                file + ":5:27",
                                                "table has no attribute 'colour'; was this written by a newer version?"),
                                        org.assertj.core.groups.Tuple.tuple(file + ":6:3", "is indented under nothing"),
                                        org.assertj.core.groups.Tuple.tuple(
                                                file + ":8:1", "table:public.orders stands there twice")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "table:public.orders",
                "table:.orders",
                "table:public.\"a.b\"",
                "table:public.\"say \\\"hi\\\"\"",
                "table:public.\"new\\nline\"",
                "table:public.\"\\u{202e}abc\"",
                "table:public.\"ñandú 🦤\"",
                "table:public.\"\"",
                "routine:public.\"f(integer, text)\""
            })
    void textFormOfAPathIsReadBackTheSame(String text) {
        assertThat(FactPath.parse(text)).hasToString(text);
    }

    private static Snapshot withHostileNames() {
        Samples samples = Samples.orders();
        for (String name :
                List.of("a.b", "Orders", "ORDERS", "new\nline", "🦤", "\"", "'; drop table x; --", "con", "..")) {
            FactPath table = FactPath.of("table", name, name);
            samples.fact(Samples.TABLE, table.namesText(), "comment", name, "options", Map.of(name, name))
                    .fact(
                            Samples.COLUMN,
                            FactPath.of("column", name, name, name).namesText(),
                            "position",
                            1,
                            "type",
                            "line one\nline " + name,
                            "default",
                            "| x\n|-\n");
        }
        return samples.snapshot();
    }

    @Test
    void marksOfMergeConflictsAndTwofoldCoverageAreCalledByTheirName() throws IOException {
        Path file = folder.resolve("merged.txt");
        Files.writeString(file, """
                plumbline snapshot 1
                engine e
                coverage table READ
                coverage table DENIED
                coverage view PERHAPS
                <<<<<<< HEAD
                =======
                >>>>>>> other
                """);
        assertThatThrownBy(() -> Snapshot.read(file, Samples.KINDS))
                .hasMessageContaining("the coverage of table stands there twice")
                .hasMessageContaining("'PERHAPS' is none of [READ, ")
                .hasMessageContaining(":6:1: is the mark of a merge conflict; resolve it")
                .hasMessageContaining(":7:1: is the mark of a merge conflict")
                .hasMessageContaining(":8:1: is the mark of a merge conflict");
    }

    @Test
    void byteOrderMarkIsCalledByItsName() throws IOException {
        Path file = folder.resolve("marked.txt");
        Files.writeString(file, "\uFEFFplumbline snapshot 1\nengine e\n");
        assertThatThrownBy(() -> Snapshot.read(file, Samples.KINDS)).hasMessageContaining("byte order mark");
    }
}
