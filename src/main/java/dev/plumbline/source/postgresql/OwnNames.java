package dev.plumbline.source.postgresql;

import dev.plumbline.fact.Fact;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The normalisers {@code relative-body} and {@code hidden-name}. The server writes expressions and queries without the
 * schemas of the search path, with two exceptions. It keeps the body of a function as it was typed. There
 * {@code shop.orders} becomes {@code orders}, if the reading is relative to {@code shop} and something in it has that
 * name, so that {@code shop.id} of an alias {@code shop} stays. And it writes {@code shop.path} of a type that is named
 * like one of its own, which it would find first; that becomes {@code "".path}, for {@code path} is the server's.
 */
final class OwnNames {

    private static final String NAME = "(\"(?:[^\"]|\"\")*\"|[\\p{L}_][\\p{L}\\p{N}_$]*|[-+*/<>=~!@#%^&|`?]+)";

    private final Pattern qualified;
    private final Set<String> names;

    OwnNames(String schema, Set<String> names) {
        // Case does not count in a name without quotes; one that needs quotes has only that spelling, and inside a
        // literal each apostrophe of it is doubled.
        String spellings = Scope.spellings(schema).replace("\\'", "'{1,2}");
        qualified = Pattern.compile("(?<![\\p{L}\\p{N}_$.\"])(?:(?i)" + spellings + ")\\s*\\.\\s*" + NAME);
        this.names = Set.copyOf(names);
    }

    /** The names of what is in the schema of the address. */
    static Set<String> of(List<Fact> facts) {
        Set<String> names = new HashSet<>();
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
        return names;
    }

    /** The text with the names alone. */
    String drop(String text) {
        return replace(text, "");
    }

    /** The text with an empty schema before the names. */
    String mark(String text) {
        return replace(text, "\"\".");
    }

    private String replace(String text, String prefix) {
        return qualified
                .matcher(text)
                .replaceAll(m ->
                        Matcher.quoteReplacement(names.contains(plain(m.group(1))) ? prefix + m.group(1) : m.group()));
    }

    private static String plain(String name) {
        return name.startsWith("\"")
                ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                : name.toLowerCase(Locale.ROOT);
    }
}
