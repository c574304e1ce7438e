package dev.plumbline.drift;

import dev.plumbline.drift.Differ.Pair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What follows a rename: a foreign key names the renamed table, an index the renamed column. That is not a second
 * change.
 */
final class Followers {

    static final Followers NONE = new Followers(Map.of());

    private static final Pattern WORD = Pattern.compile("\"(?:[^\"]|\"\")+\"|`[^`]+`|[\\p{L}_][\\p{L}\\p{N}_$]*");

    private final Map<String, String> newNames;

    private Followers(Map<String, String> newNames) {
        this.newNames = newNames;
    }

    static Followers of(Map<String, String> newNames) {
        return new Followers(newNames);
    }

    Followers with(List<Pair> renamed) {
        if (renamed.isEmpty()) {
            return this;
        }
        Map<String, String> names = new LinkedHashMap<>(newNames);
        renamed.forEach(pair -> names.put(pair.left().name(), pair.right().name()));
        return new Followers(names);
    }

    /** Whether a value became another by the renames alone; a new name may need quotes where the old one did not. */
    boolean lead(@Nullable Object before, @Nullable Object after) {
        Object renamed = rewrite(before);
        return Objects.equals(renamed, after)
                || (!Objects.equals(renamed, before) && bare(renamed).equals(bare(after)));
    }

    /** A value without the quotes that some names need and others do not. */
    static String bare(@Nullable Object value) {
        return String.valueOf(value).replace("\"", "").replace("`", "");
    }

    /** The value as it would read after the renames. */
    @Nullable
    Object rewrite(@Nullable Object value) {
        if (newNames.isEmpty() || value == null) {
            return value;
        }
        if (value instanceof String text) {
            return rewriteText(text);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(item -> rewriteText(String.valueOf(item))).toList();
        }
        if (value instanceof Map<?, ?> map) {
            SortedMap<String, String> rewritten = new TreeMap<>();
            map.forEach((k, v) -> rewritten.put(rewriteText(String.valueOf(k)), rewriteText(String.valueOf(v))));
            return rewritten;
        }
        return value;
    }

    private String rewriteText(String text) {
        // A list of columns holds names as they are, which need not be one word.
        String whole = newNames.get(text);
        if (whole != null) {
            return whole;
        }
        Matcher matcher = WORD.matcher(text);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            String word = matcher.group();
            boolean quoted = word.startsWith("\"") || word.startsWith("`");
            String mark = quoted ? word.substring(0, 1) : "";
            String name = quoted ? word.substring(1, word.length() - 1).replace(mark + mark, mark) : word;
            String renamed = newNames.get(name);
            matcher.appendReplacement(
                    out,
                    Matcher.quoteReplacement(
                            renamed == null
                                    ? word
                                    : mark + (quoted ? renamed.replace(mark, mark + mark) : renamed) + mark));
        }
        matcher.appendTail(out);
        return out.toString();
    }
}
