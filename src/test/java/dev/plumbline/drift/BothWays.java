package dev.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.fact.Snapshot;
import dev.plumbline.fact.SnapshotText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** That a text says the same of a snapshot, whether all of it is read or only where the two differ. */
public final class BothWays {

    private BothWays() {}

    /** Writes the expected one as a file and as a folder, and compares both with the actual one, in both directions. */
    public static void agree(Snapshot expected, Snapshot actual) {
        try {
            Path place = Files.createTempDirectory("both-ways");
            try {
                Path file = place.resolve("snapshot.txt");
                try (Writer out = Files.newBufferedWriter(file)) {
                    expected.write(out);
                }
                expected.writeFolder(place.resolve("folder"));
                agree(file, actual);
                agree(place.resolve("folder"), actual);
            } finally {
                delete(place);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compares any text that can be read with a snapshot. */
    public static void agree(Path text, Snapshot actual) {
        Snapshot whole = Snapshot.read(text, actual.kinds());
        Snapshot shared = SnapshotText.cut(text, actual.kinds()).read(actual);
        assertThat(shared.engine()).isEqualTo(whole.engine());
        assertThat(shared.coverage()).isEqualTo(whole.coverage());
        assertThat(shared.facts()).hasSameSizeAs(whole.facts());
        assertThat(shared.digest()).isEqualTo(whole.digest());
        assertThat(Differ.compare(shared, actual)).isEqualTo(Differ.compare(whole, actual));
        assertThat(Differ.compare(actual, shared)).isEqualTo(Differ.compare(actual, whole));
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }
}
