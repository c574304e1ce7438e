package dev.plumbline.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Reserved words of each engine, from {@code reserved/<engine>.txt}, whose head says the source and the version. */
final class ReservedWords {

    private static final Map<String, Set<String>> BY_ENGINE = new ConcurrentHashMap<>();

    private ReservedWords() {}

    /** Whether a name, in any case, is reserved; an engine without a list has those that all others reserve. */
    static boolean contains(String engine, String name) {
        Set<String> words = BY_ENGINE.get(engine);
        if (words == null) {
            words = BY_ENGINE.computeIfAbsent(engine, ReservedWords::read);
        }
        return words.contains(name.toLowerCase(Locale.ROOT));
    }

    private static Set<String> read(String engine) {
        String file = engine.matches("[a-z]+") ? engine : "sql";
        try (InputStream own = ReservedWords.class.getResourceAsStream("/reserved/" + file + ".txt")) {
            if (own == null) {
                return read("sql");
            }
            return new String(own.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(String::strip)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
