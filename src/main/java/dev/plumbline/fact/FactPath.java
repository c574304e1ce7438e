package dev.plumbline.fact;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a fact stands: its kind and the names that lead to it, outermost first. The text form, the same in baselines,
 * waivers, reports and arguments, is {@code column:public.orders.total}.
 *
 * <p>A name is written bare if it consists of ASCII letters, digits and {@code _ $ @ % + ~ / * -}; otherwise in
 * double quotes, with {@code \"}, {@code \\} and, for what a terminal or an editor would not show as it is,
 * {@code \}<code>u{hex}</code>. An empty first name, written as nothing ({@code table:.orders}), is the schema that a
 * target's address names: such a path is relative to it.
 */
public record FactPath(String kind, List<String> names) implements Comparable<FactPath> {

    private static final boolean[] BARE = Text.bare("_$@%+~/*-");

    public FactPath {
        names = List.copyOf(names);
        if (kind.isEmpty() || names.isEmpty()) {
            throw new IllegalArgumentException("a path has a kind and at least one name");
        }
    }

    public static FactPath of(String kind, String... names) {
        return new FactPath(kind, List.of(names));
    }

    /** The innermost name. */
    public String name() {
        return names.get(names.size() - 1);
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException saying what is wrong, at which character
     */
    public static FactPath parse(String text) {
        int colon = text.indexOf(':');
        if (colon <= 0) {
            throw new IllegalArgumentException("'" + text + "' is no path: expected kind:name.name");
        }
        return new FactPath(text.substring(0, colon), parseNames(text, colon + 1));
    }

    static List<String> parseNames(String text, int start) {
        List<String> names = new ArrayList<>();
        int[] at = {start};
        while (true) {
            names.add(at[0] < text.length() && text.charAt(at[0]) == '"' ? quoted(text, at) : bare(text, at));
            if (at[0] == text.length()) {
                return names;
            }
            if (text.charAt(at[0]) != '.') {
                throw new IllegalArgumentException("expected '.' at character " + (at[0] + 1) + " of '" + text + "'");
            }
            at[0]++;
        }
    }

    private static String bare(String text, int[] at) {
        int from = at[0];
        while (at[0] < text.length() && isBare(text.charAt(at[0]))) {
            at[0]++;
        }
        return text.substring(from, at[0]);
    }

    private static String quoted(String text, int[] at) {
        int end = Text.endOfQuoted(text, at[0]);
        String name = Text.unquote(text, at[0], end);
        at[0] = end;
        return name;
    }

    private static boolean isBare(char c) {
        return c < BARE.length && BARE[c];
    }

    /** The names without the kind: {@code public.orders.total}. */
    public String namesText() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            if (i > 0) {
                out.append('.');
            }
            appendName(out, names.get(i), i == 0);
        }
        return out.toString();
    }

    static void appendName(StringBuilder out, String name, boolean first) {
        if (name.isEmpty() ? first : isBare(name)) {
            out.append(name);
        } else {
            Text.quote(out, name);
        }
    }

    private static boolean isBare(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (!isBare(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("ReferenceEquality") // a shortcut: whoever is not the same is compared
    private static boolean same(String left, String right) {
        return left == right;
    }

    /** How many names two paths share from the outermost one on. */
    int shared(FactPath other) {
        int common = Math.min(names.size(), other.names.size());
        int shared = 0;
        while (shared < common) {
            String left = names.get(shared);
            String right = other.names.get(shared);
            if (!same(left, right) && !left.equals(right)) {
                break;
            }
            shared++;
        }
        return shared;
    }

    // Written out, and so is the next: what Java makes of a record when the first one is compared takes longer than all
    // comparisons of a small database.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FactPath path && kind.equals(path.kind) && names.equals(path.names);
    }

    @Override
    public int hashCode() {
        return 31 * kind.hashCode() + names.hashCode();
    }

    @Override
    public String toString() {
        return kind + ":" + namesText();
    }

    @Override
    public int compareTo(FactPath other) {
        int byNames = compareNames(names, other.names);
        return byNames != 0 ? byNames : kind.compareTo(other.kind);
    }

    private static int compareNames(List<String> a, List<String> b) {
        int common = Math.min(a.size(), b.size());
        for (int i = 0; i < common; i++) {
            String left = a.get(i);
            String right = b.get(i);
            // Readers share equal names, and most neighbours are parts of the same table.
            if (!same(left, right)) {
                int c = left.compareTo(right);
                if (c != 0) {
                    return c;
                }
            }
        }
        return Integer.compare(a.size(), b.size());
    }
}
