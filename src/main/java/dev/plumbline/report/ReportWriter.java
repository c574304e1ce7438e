package dev.plumbline.report;

import java.io.IOException;
import java.nio.file.Path;

/** One report format. Contract: the same result gives the same bytes; hostile names cannot break out of the format. */
public interface ReportWriter {

    /** As {@code --format} names it, for instance {@code sarif}. */
    String format();

    /**
     * Writes into a folder.
     *
     * @return the main file that was written
     */
    Path write(AuditResult result, Path folder) throws IOException;
}
