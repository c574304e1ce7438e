package dev.plumbline.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tables that a framework or a migration tool makes for itself, from {@code framework-tables.txt}. A project cannot
 * choose their names, types and comments, so that rules on taste leave them alone.
 */
final class FrameworkTables {

    private static final Set<String> NAMES = read();

    private FrameworkTables() {}

    /** Whether a name, in any case, is one of them. */
    static boolean contains(String name) {
        return NAMES.contains(name.toLowerCase(Locale.ROOT));
    }

    private static Set<String> read() {
        try (InputStream in =
                Objects.requireNonNull(FrameworkTables.class.getResourceAsStream("/framework-tables.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(String::strip)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
