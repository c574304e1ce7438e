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
import java.util.List;

/** Prints a result in one format, and writes it in others. */
record Printing(String format) {

    private static final String TEXT = "text";
    private static final int COLUMNS = 100;

    /** @throws ProblemsException for a format that does not exist, before anything is read */
    static Printing of(String format) {
        List<String> printable = Reports.all().stream()
                .filter(ReportWriter.OneFile.class::isInstance)
                .map(ReportWriter::format)
                .toList();
        if (!printable.contains(format)) {
            throw new ProblemsException(
                    "--format", "there is no format '" + format + "' to print", YamlMap.oneOf(format, printable));
        }
        return new Printing(format);
    }

    void print(AuditResult result, String language, boolean colour, PrintWriter out) throws IOException {
        if (format.equals(TEXT)) {
            Reports.text(result, language, colour, COLUMNS, out);
            return;
        }
        ((ReportWriter.OneFile) Reports.of(format).orElseThrow()).render(result, out);
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
