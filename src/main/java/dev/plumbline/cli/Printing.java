package dev.plumbline.cli;

import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.report.AuditResult;
import dev.plumbline.report.ReportWriter;
import dev.plumbline.report.Reports;
import dev.plumbline.yaml.YamlMap;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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

    /**
     * Fails where reports could not be written, before anything is read: a run may take a minute.
     *
     * @throws ProblemsException if the folder, or the one it would be made in, cannot be written
     */
    static void requireWritable(Path folder) {
        Path nearest = folder;
        while (!Files.exists(nearest) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        try {
            // Trying is the only way to know: to root and on some file systems everything seems to be writable.
            Files.delete(Files.createTempFile(nearest, ".plumbline", null));
        } catch (IOException e) {
            throw new ProblemsException(
                    new Problem(
                            folder.toString(),
                            "reports cannot be written"
                                    + (Files.isDirectory(nearest) ? "" : ", " + nearest + " is no folder")
                                    + ": " + reason(e),
                            "make it writable, name another folder with --reports DIR, or write none with"
                                    + " --no-reports"),
                    e);
        }
    }

    /** Why a file could not be written, without its name. */
    static String reason(IOException e) {
        IOException first = e;
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            first = cause instanceof IOException io ? io : first;
        }
        if (first instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason = first instanceof FileSystemException failed ? failed.getReason() : first.getMessage();
        return reason == null ? first.getClass().getSimpleName() : reason;
    }

    /** @param formats empty for all */
    void writeAll(AuditResult result, Path folder, List<String> formats) {
        try {
            Files.createDirectories(folder);
            Optional<IOException> failure = Reports.all().parallelStream()
                    .filter(writer -> formats.isEmpty() || formats.contains(writer.format()))
                    .flatMap(writer -> write(writer, result, folder).stream())
                    .findFirst();
            if (failure.isPresent()) {
                throw failure.get();
            }
        } catch (IOException e) {
            throw new ProblemsException(
                    new Problem(
                            folder.toString(),
                            "the reports cannot be written: " + reason(e),
                            "check the folder and its space"),
                    e);
        }
    }

    private static Optional<IOException> write(ReportWriter writer, AuditResult result, Path folder) {
        try {
            writer.write(result, folder);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e);
        }
    }
}
