package dev.plumbline.source.postgresql;

import dev.plumbline.fact.Fact;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The normaliser {@code relative-body}: the server writes expressions and queries without the schemas of the search
 * path, but it keeps the body of a function as it was typed. There {@code shop.orders} becomes {@code orders}, if the
 * reading is relative to {@code shop} and something in it has that name, so that {@code shop.id} of an alias
 * {@code shop} stays.
 */
final class OwnNames {

    private static final String NAME = "(?<name>\"(?:[^\"]|\"\")*\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";

    private final Pattern qualified;
    private final Set<String> names = new HashSet<>();

    /** @param facts of the schema, from which it takes what there is */
    OwnNames(String schema, List<Fact> facts) {
        // Case does not count in a name without quotes; one that needs quotes has only that spelling, and inside a
        // literal each apostrophe of it is doubled.
        String spellings = Scope.spellings(schema).replace("\\'", "'{1,2}");
        qualified = Pattern.compile("(?<![\\p{L}\\p{N}_$.\"])(?:(?i)" + spellings + ")\\s*\\.\\s*" + NAME);
        for (Fact fact : facts) {
            List<String> path = fact.path().names();
            if (path.size() == 2 && path.get(0).isEmpty()) {
                String name = fact.name();
                names.add(fact.kind().name().equals("routine") ? name.substring(0, name.lastIndexOf('(')) : name);
            }
            if (path.size() == 3 && fact.kind().name().equals("index")) {
                names.add(fact.name());
            }
            if (fact.kind().name().equals("column")) {
                fact.text("identity_sequence").ifPresent(names::add);
            }
        }
    }

    String drop(String body) {
        return qualified
                .matcher(body)
                .replaceAll(m -> Matcher.quoteReplacement(names.contains(plain(m.group(1))) ? m.group(1) : m.group()));
    }

    private static String plain(String name) {
        return name.startsWith("\"")
                ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                : name.toLowerCase(Locale.ROOT);
    }
}
