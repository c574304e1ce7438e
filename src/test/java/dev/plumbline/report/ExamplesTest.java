package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed examples are what is written today; {@code -Dupdate=true} rewrites them. */
class ExamplesTest {

    private static final Path COMMITTED = Path.of("reports/examples");

    @TempDir
    Path fresh;

    @Test
    void committedExamplesAreWhatIsWrittenToday() throws IOException {
        boolean update = Boolean.getBoolean("update");
        for (ReportWriter writer : Reports.all()) {
            writer.write(Example.result(), fresh);
            if (update) {
                writer.write(Example.result(), COMMITTED);
            }
        }
        SortedMap<String, String> expected = files(COMMITTED);
        SortedMap<String, String> actual = files(fresh);
        assertThat(expected.keySet())
                .as("files under reports/examples; run with -Dupdate=true, remove orphans by hand")
                .isEqualTo(actual.keySet());
        expected.forEach((file, text) -> assertThat(actual.get(file)).as(file).isEqualTo(text));
    }

    private static SortedMap<String, String> files(Path folder) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.filter(Files::isRegularFile).toList()) {
                    files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
                }
            }
        }
        return files;
    }
}
