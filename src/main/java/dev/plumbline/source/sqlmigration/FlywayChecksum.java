package dev.plumbline.source.sqlmigration;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** The number by which Flyway knows a script again: CRC32 over the lines without their ends, as UTF-8. */
final class FlywayChecksum {

    private FlywayChecksum() {}

    static int of(String text) {
        CRC32 crc = new CRC32();
        try (BufferedReader lines = new BufferedReader(new StringReader(text))) {
            boolean first = true;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String content = first && line.startsWith("\uFEFF") ? line.substring(1) : line;
                crc.update(content.getBytes(StandardCharsets.UTF_8));
                first = false;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (int) crc.getValue();
    }
}
