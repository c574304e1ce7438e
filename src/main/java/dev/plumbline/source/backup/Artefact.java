package dev.plumbline.source.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** A file that was kept: its checksum, and whether it ends as a complete one does. */
record Artefact(Path file) {

    private static final int TAIL_BYTES = 8192;

    String sha256() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Why it is not complete; empty if it is. */
    Optional<String> fault(String engine) throws IOException {
        return switch (engine.toLowerCase(Locale.ROOT)) {
            case "postgresql", "postgres" -> {
                if (startsWith("PGDMP")) {
                    yield PgArchive.fault(file);
                }
                yield tail().matches("(?s).*PostgreSQL database (cluster )?dump complete.*")
                        ? Optional.empty()
                        : Optional.of("it does not end with 'PostgreSQL database dump complete'");
            }
            case "mysql", "mariadb" ->
                tail().contains("-- Dump completed")
                        ? Optional.empty()
                        : Optional.of("it does not end with '-- Dump completed'");
            case "cassandra" ->
                Files.size(file) > 0 && Files.readString(file).contains("CREATE TABLE")
                        ? Optional.empty()
                        : Optional.of("its schema holds no table");
            default -> Optional.of("what a complete backup of " + engine + " looks like is not known");
        };
    }

    /** Tables of a list that a schema in CQL does not create. */
    List<String> missing(List<String> tables) throws IOException {
        String schema = Files.readString(file).replace("\"", "");
        return tables.stream()
                .filter(t -> !Pattern.compile("(?i)CREATE TABLE (IF NOT EXISTS )?" + Pattern.quote(t) + "\\b")
                        .matcher(schema)
                        .find())
                .toList();
    }

    private boolean startsWith(String text) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(text.length()), StandardCharsets.ISO_8859_1).equals(text);
        }
    }

    private String tail() throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            if (!file.toString().endsWith(".gz")) {
                in.skipNBytes(Math.max(0, Files.size(file) - TAIL_BYTES));
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
            String last = "";
            byte[] buffer = new byte[TAIL_BYTES];
            for (int read = in.readNBytes(buffer, 0, TAIL_BYTES);
                    read > 0;
                    read = in.readNBytes(buffer, 0, TAIL_BYTES)) {
                String part = new String(buffer, 0, read, StandardCharsets.UTF_8);
                String both = last + part;
                last = both.substring(Math.max(0, both.length() - TAIL_BYTES));
            }
            return last;
        }
    }
}
