package dev.plumbline.report;

import java.io.IOException;
import java.nio.file.Path;

/** What a reader that knows nothing of our writers finds in a written report. */
interface Parsed {

    /**
     * Reads what was written, fails if it does not obey its format, and counts.
     *
     * @param main what {@link ReportWriter#write} returned
     */
    Counts parse(Path main, AuditResult result) throws IOException;

    /**
     * @param findings how many findings can be seen or are said not to be shown
     * @param failing how many of what the format calls a failure there are
     */
    record Counts(long findings, long failing) {}
}
