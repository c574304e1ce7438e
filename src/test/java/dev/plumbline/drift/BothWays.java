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
import java.util.stream.Stream;

/**
 * That a text says the same of a snapshot, whether all of it is read or only where the two differ. One expected snapshot
 * serves many actual ones: it is written once, as a file and as a folder.
 */
public final class BothWays implements AutoCloseable {

    private final Path place;
    private final Path file;
    private final Path folder;
    private final Snapshot wholeFile;
    private final Snapshot wholeFolder;

    private BothWays(Path place, Snapshot expected) throws IOException {
        this.place = place;
        file = place.resolve("snapshot.txt");
        folder = place.resolve("folder");
        try (Writer out = Files.newBufferedWriter(file)) {
            expected.write(out);
        }
        expected.writeFolder(folder);
        wholeFile = Snapshot.read(file, expected.kinds());
        wholeFolder = Snapshot.read(folder, expected.kinds());
    }

    /** Writes a snapshot, until closed. */
    public static BothWays of(Snapshot expected) {
        try {
            return new BothWays(Files.createTempDirectory("both-ways"), expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compares file and folder with an actual snapshot of the same kinds, in both directions. */
    public void agree(Snapshot actual) {
        agree(file, wholeFile, actual);
        agree(folder, wholeFolder, actual);
    }

    /** The same of a pair that nobody compares with more. */
    public static void agree(Snapshot expected, Snapshot actual) {
        try (BothWays both = of(expected)) {
            both.agree(actual);
        }
    }

    /** Compares any text that can be read with a snapshot. */
    public static void agree(Path text, Snapshot actual) {
        agree(text, Snapshot.read(text, actual.kinds()), actual);
    }

    private static void agree(Path text, Snapshot whole, Snapshot actual) {
        Snapshot shared = SnapshotText.cut(text, actual.kinds()).read(actual);
        assertThat(shared.engine()).isEqualTo(whole.engine());
        assertThat(shared.coverage()).isEqualTo(whole.coverage());
        assertThat(shared.facts()).hasSameSizeAs(whole.facts());
        assertThat(shared.digest()).isEqualTo(whole.digest());
        assertThat(Differ.compare(shared, actual)).isEqualTo(Differ.compare(whole, actual));
        assertThat(Differ.compare(actual, shared)).isEqualTo(Differ.compare(actual, whole));
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(place)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
