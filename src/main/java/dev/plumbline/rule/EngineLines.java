package dev.plumbline.rule;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps the lines of a fix that are for one engine. One rule serves several, and its fix has a statement for each; a
 * comment at the end of a line names the engines it is for: {@code -- MySQL, MariaDB}.
 */
final class EngineLines {

    private static final Pattern NAMED = Pattern.compile(
            "^(.*?)\\s*-- ((?:PostgreSQL|MySQL|MariaDB|Cassandra)(?:, (?:PostgreSQL|MySQL|MariaDB|Cassandra))*)(?:[;,:] (.*))?$");

    private EngineLines() {}

    /** The text as it is if none of its lines is for the engine. */
    static Bilingual of(Bilingual text, String engine) {
        return new Bilingual(of(text.en(), engine), of(text.es(), engine));
    }

    private static String of(String text, String engine) {
        List<String> kept = text.lines()
                .map(line -> kept(line, engine))
                .filter(line -> !line.isEmpty())
                .toList();
        boolean any = text.lines().anyMatch(line -> {
            Matcher named = NAMED.matcher(line);
            return named.matches() && isFor(named.group(2), engine);
        });
        return any ? String.join("\n", kept) : text;
    }

    private static String kept(String line, String engine) {
        Matcher named = NAMED.matcher(line);
        if (!named.matches()) {
            return line;
        } else if (!isFor(named.group(2), engine)) {
            return "";
        }
        return named.group(1) + (named.group(3) == null ? "" : "   -- " + named.group(3));
    }

    private static boolean isFor(String engines, String engine) {
        return List.of(engines.split(", ", -1)).stream().anyMatch(engine::equalsIgnoreCase);
    }
}
