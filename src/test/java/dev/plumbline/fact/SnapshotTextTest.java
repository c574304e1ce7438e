package dev.plumbline.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.drift.BothWays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTextTest {

    private static final Snapshot LIVE = shop().snapshot();

    /** Its ranked roots are columns whose table was not seen. */
    private static final Snapshot PARTLY_SEEN = shop().fact(Samples.COLUMN, "hidden.t.b", "position", 1)
            .fact(Samples.COLUMN, "hidden.t.a", "position", 2)
            .snapshot();

    @TempDir
    Path folder;

    @Test
    void anEqualTextHasTheVeryFactsOfTheOtherSide() throws IOException {
        Snapshot read = read(text(LIVE));
        assertThat(read.facts()).isSameAs(LIVE.facts());
        assertThat(read.digest()).isEqualTo(LIVE.digest());
        LIVE.writeFolder(folder.resolve("baseline"));
        assertThat(SnapshotText.cut(folder.resolve("baseline"), Samples.KINDS)
                        .read(LIVE)
                        .facts())
                .isSameAs(LIVE.facts());
    }

    @Test
    void aHeadThatDiffersIsReadFromTheText() throws IOException {
        String other = text(LIVE).replace("engine postgresql", "engine mysql");
        Snapshot read = read(other.replace("coverage grant READ", "coverage grant DENIED \"no right\""));
        assertThat(read.facts()).isSameAs(LIVE.facts());
        assertThat(read.engine()).isEqualTo("mysql");
        assertThat(read.coverage().of("grant")).isEqualTo(new Coverage.Entry(Coverage.Status.DENIED, "no right"));
    }

    @Test
    void onlyABlockThatDiffersHasFactsOfItsOwn() throws IOException {
        Snapshot read = read(text(LIVE).replace("column total type=t3", "column total type=money"));
        Set<Fact> own = Collections.newSetFromMap(new IdentityHashMap<>());
        own.addAll(read.facts());
        LIVE.facts().forEach(own::remove);
        assertThat(own)
                .extracting(Fact::path)
                .allMatch(path -> path.names().contains("orders_3"))
                .hasSize(6);
    }

    /** Lines that go, come twice, move or lose a character: whatever becomes of a text, both ways say the same of it. */
    @Test
    void bothWaysSayTheSameOfAnyText() throws IOException {
        Random random = new Random(20261122);
        int faulty = 0;
        for (int i = 0; i < 300; i++) {
            Path file = Files.writeString(folder.resolve("mutated.txt"), mutated(text(PARTLY_SEEN), random));
            try {
                Snapshot.read(file, Samples.KINDS);
            } catch (ProblemsException whole) {
                faulty++;
                assertThatThrownBy(() -> SnapshotText.cut(file, Samples.KINDS).read(PARTLY_SEEN))
                        .isInstanceOfSatisfying(
                                ProblemsException.class,
                                e -> assertThat(e.problems()).isEqualTo(whole.problems()));
                continue;
            }
            BothWays.agree(file, PARTLY_SEEN);
        }
        assertThat(faulty).isBetween(20, 280);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A checkout with the line ends of another system.
                "\r\n",
                // Columns of one table in two pieces of the text: the second piece goes on counting.
                "\ncolumn public.orders_3.late type=text\n",
                "\n\n\n"
            })
    void whatWeWouldNotWriteIsReadAsAWhole(String newline) throws IOException {
        Path file = Files.writeString(folder.resolve("other.txt"), text(LIVE).replaceFirst("\n(?=table)", newline));
        BothWays.agree(file, LIVE);
        BothWays.agree(Files.writeString(file, text(LIVE).replace("\n", "\r\n")), LIVE);
        BothWays.agree(Files.writeString(file, text(LIVE) + newline), LIVE);
    }

    @Test
    void aFolderWhoseFileStartsInTheMiddleOfABlockIsFaulty() throws IOException {
        Path baseline = folder.resolve("baseline");
        LIVE.writeFolder(baseline);
        Files.writeString(baseline.resolve("public/view.txt"), "\n  column late type=text\n");
        assertThatThrownBy(() -> SnapshotText.cut(baseline, Samples.KINDS).read(LIVE))
                .hasMessageContaining("view.txt:2:3")
                .hasMessageContaining("is indented under nothing");
    }

    @Test
    void kindsOfAnotherProgramAreNotShared() throws IOException {
        Kinds alike = new Kinds(Samples.KINDS.all());
        Snapshot read = SnapshotText.cut(write(text(LIVE)), alike).read(LIVE);
        assertThat(read.kinds()).isSameAs(alike);
        assertThat(read.digest()).isEqualTo(LIVE.digest());
    }

    private Snapshot read(String text) throws IOException {
        return SnapshotText.cut(write(text), Samples.KINDS).read(LIVE);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("text.txt"), text);
    }

    private static String mutated(String text, Random random) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        for (int change = 0; change <= random.nextInt(3); change++) {
            int at = random.nextInt(lines.size());
            int other = random.nextInt(lines.size());
            switch (random.nextInt(8)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(other, lines.get(at));
                case 2 -> lines.set(at, lines.set(other, lines.get(at)));
                case 3 -> lines.set(at, lines.get(at).replaceFirst("^ +", ""));
                case 4 -> lines.set(at, "  " + lines.get(at));
                case 5 -> lines.add(at, "");
                case 6 -> lines.set(at, lines.get(at).replaceFirst("=[^ |]+", "="));
                default -> lines.set(at, lines.get(at).replaceFirst("([a-z])(\\d)", "$1_$2"));
            }
        }
        return String.join("\n", lines);
    }

    private static String text(Snapshot snapshot) throws IOException {
        StringBuilder text = new StringBuilder();
        snapshot.write(text);
        return text.toString();
    }

    private static Samples shop() {
        Samples samples = new Samples();
        for (int i = 0; i < 6; i++) {
            String table = "public.orders_" + i;
            samples.fact(Samples.TABLE, table, "comment", "Orders,\n  | of\n\n|- " + i, "oid", 100 + i)
                    .fact(Samples.COLUMN, table + ".id", "position", 1, "type", "bigint")
                    .fact(Samples.COLUMN, table + ".total", "position", 2, "type", "t" + i)
                    .fact(Samples.COLUMN, table + ".note", "position", 5, "default", "one\ntwo")
                    .fact(Samples.INDEX, table + ".pk_" + i, "columns", List.of("id"))
                    .fact(Samples.GRANT, "table." + table + ".app", "privileges", List.of("SELECT"));
        }
        return samples;
    }
}
