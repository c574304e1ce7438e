package dev.plumbline.cli;

import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.report.AuditResult;
import dev.plumbline.report.ReportWriter;
import dev.plumbline.report.Reports;
import dev.plumbline.yaml.YamlMap;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Prints a result in one format, and writes it in others. */
record Printing(String format) {

    private static final String TEXT = "text";
    private static final int COLUMNS = 100;

    /** @throws ProblemsException for a format that does not exist, before anything is read */
    static Printing of(String format) {
        if (!Reports.formats().contains(format)) {
            throw new ProblemsException(
                    "--format", "there is no format '" + format + "'", YamlMap.oneOf(format, Reports.formats()));
        }
        return new Printing(format);
    }

    void print(AuditResult result, String language, boolean colour, PrintWriter out) throws IOException {
        if (format.equals(TEXT)) {
            Reports.text(result, language, colour, COLUMNS, out);
            return;
        }
        Path folder = Files.createTempDirectory("plumbline");
        try {
            out.write(Files.readString(Reports.of(format).orElseThrow().write(result, folder)));
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** @param formats empty for all */
    void writeAll(AuditResult result, Path folder, List<String> formats) {
        try {
            Files.createDirectories(folder);
            for (ReportWriter writer : Reports.all()) {
                if (formats.isEmpty() || formats.contains(writer.format())) {
                    writer.write(result, folder);
                }
            }
        } catch (IOException e) {
            throw new ProblemsException(
                    new Problem(
                            folder.toString(),
                            "the reports cannot be written: " + e.getMessage(),
                            "check the folder and its space"),
                    e);
        }
    }
}
