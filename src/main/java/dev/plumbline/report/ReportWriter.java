package dev.plumbline.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** One report format. Contract: the same result gives the same bytes; hostile names cannot break out of the format. */
public interface ReportWriter {

    /** As {@code --format} names it, for instance {@code sarif}. */
    String format();

    /**
     * Writes into a folder, which is created if it is not there. A run that dies half-way leaves what was there before,
     * never half a report.
     *
     * @return the main file that was written
     */
    Path write(AuditResult result, Path folder) throws IOException;

    /** A format that is one file, and so may also go to standard output. */
    interface OneFile extends ReportWriter {

        /** The name of the file in the folder of reports. */
        String file();

        /** Leaves {@code out} open. */
        void render(AuditResult result, Writer out) throws IOException;

        @Override
        default Path write(AuditResult result, Path folder) throws IOException {
            return ReportWriter.replace(folder.resolve(file()), out -> render(result, out));
        }
    }

    /** What goes into a file. */
    interface Body {
        void writeTo(Writer out) throws IOException;
    }

    /** Writes a file in UTF-8 beside its place, then moves it there. */
    static Path replace(Path file, Body body) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path half = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            // Not Files.newBufferedWriter: that one throws at half a surrogate pair, which a database may well hold.
            try (Writer out =
                    new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(half), StandardCharsets.UTF_8))) {
                body.writeTo(out);
            }
            return Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }
}
