package dev.plumbline.yaml;

import dev.plumbline.fact.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A mapping that is read key by key. A missing or mistyped value is added to the problems and read as its default, so
 * that one reading finds all faults; {@link #done} finds the keys that nobody asked for.
 */
public final class YamlMap {

    private final YamlValue.Mapping mapping;
    private final List<Problem> problems;
    private final Set<String> asked = new LinkedHashSet<>();

    YamlMap(YamlValue.Mapping mapping, List<Problem> problems) {
        this.mapping = mapping;
        this.problems = problems;
    }

    /** Where the mapping starts. */
    public String where() {
        return mapping.where();
    }

    /** Where a key's value stands, or the mapping if there is no such key. */
    public String where(String key) {
        YamlValue value = mapping.entries().get(key);
        return value == null ? mapping.where() : value.where();
    }

    /** Where a key stands, or the mapping if there is no such key. */
    public String whereKey(String key) {
        return mapping.keys().getOrDefault(key, mapping.where());
    }

    public boolean has(String key) {
        return mapping.entries().containsKey(key);
    }

    /** The keys in the order of the file. */
    public Set<String> keys() {
        return mapping.keys().keySet();
    }

    /** The value as it stands; counts as asked for. */
    public Optional<YamlValue> value(String key) {
        asked.add(key);
        return Optional.ofNullable(mapping.entries().get(key));
    }

    public void problem(String where, String what, String mend) {
        problems.add(new Problem(where, what, mend));
    }

    /** A text that must be there and not be empty. */
    public String text(String key) {
        Optional<String> text = optionalText(key);
        if (text.isEmpty() && !has(key)) {
            problem(where(), "the key '" + key + "' is missing", "add '" + key + ": …'");
        } else if (text.isPresent() && text.get().isBlank()) {
            problem(where(key), "'" + key + "' is empty", "write a text");
        }
        return text.orElse("");
    }

    public String text(String key, String otherwise) {
        return optionalText(key).orElse(otherwise);
    }

    public Optional<String> optionalText(String key) {
        Optional<YamlValue> value = value(key);
        if (value.isPresent() && value.get() instanceof YamlValue.Scalar scalar) {
            return Optional.of(scalar.text());
        }
        value.ifPresent(v -> wrong(key, "a text", v));
        return Optional.empty();
    }

    /** A text out of a set of words. */
    public String word(String key, Collection<String> words, String otherwise) {
        String word = text(key, otherwise);
        if (has(key) && !words.contains(word)) {
            problem(where(key), "'" + key + "' is '" + word + "'", oneOf(word, words));
            return otherwise;
        }
        return word;
    }

    public boolean bool(String key, boolean otherwise) {
        Optional<YamlValue> value = value(key);
        if (value.isEmpty()) {
            return otherwise;
        }
        if (value.get() instanceof YamlValue.Scalar scalar
                && !scalar.quoted()
                && (scalar.text().equals("true") || scalar.text().equals("false"))) {
            return scalar.text().equals("true");
        }
        wrong(key, "true or false", value.get());
        return otherwise;
    }

    public long integer(String key, long otherwise) {
        Optional<YamlValue> value = value(key);
        if (value.isEmpty()) {
            return otherwise;
        }
        if (value.get() instanceof YamlValue.Scalar scalar
                && !scalar.quoted()
                && scalar.text().matches("-?\\d{1,18}")) {
            return Long.parseLong(scalar.text());
        }
        wrong(key, "a whole number", value.get());
        return otherwise;
    }

    /** A list of texts; empty if the key is missing. */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (YamlValue item : items(key)) {
            if (item instanceof YamlValue.Scalar scalar) {
                texts.add(scalar.text());
            } else {
                problem(item.where(), "an item of '" + key + "' must be a text, not " + item.sort(), "");
            }
        }
        return List.copyOf(texts);
    }

    /** A list of mappings; empty if the key is missing. */
    public List<YamlMap> maps(String key) {
        List<YamlMap> maps = new ArrayList<>();
        for (YamlValue item : items(key)) {
            if (item instanceof YamlValue.Mapping map) {
                maps.add(new YamlMap(map, problems));
            } else {
                problem(item.where(), "an item of '" + key + "' must be a mapping, not " + item.sort(), "");
            }
        }
        return List.copyOf(maps);
    }

    private List<YamlValue> items(String key) {
        Optional<YamlValue> value = value(key);
        if (value.isPresent() && value.get() instanceof YamlValue.Sequence sequence) {
            return sequence.items();
        }
        value.ifPresent(v -> wrong(key, "a list", v));
        return List.of();
    }

    public Optional<YamlMap> map(String key) {
        Optional<YamlValue> value = value(key);
        if (value.isPresent() && value.get() instanceof YamlValue.Mapping map) {
            return Optional.of(new YamlMap(map, problems));
        }
        value.ifPresent(v -> wrong(key, "a mapping", v));
        return Optional.empty();
    }

    /** The mappings under a mapping whose keys are names, in the order of the file. */
    public Map<String, YamlMap> named(String key) {
        Map<String, YamlMap> named = new LinkedHashMap<>();
        map(key).ifPresent(map -> map.keys().forEach(name -> map.map(name).ifPresent(m -> named.put(name, m))));
        return named;
    }

    private void wrong(String key, String expected, YamlValue value) {
        problem(value.where(), "'" + key + "' must be " + expected + ", not " + value.sort(), "");
    }

    /** Adds a problem for every key that nobody asked for. */
    public void done() {
        for (String key : keys()) {
            if (!asked.contains(key)) {
                problem(whereKey(key), "the key '" + key + "' is not known here", oneOf(key, asked));
            }
        }
    }

    /** Advice that names the nearest word, or all of them if none is near. */
    public static String oneOf(String word, Collection<String> words) {
        return nearest(word, words)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("use one of " + String.join(", ", words));
    }

    /** The word that is only few typing errors away. */
    public static Optional<String> nearest(String word, Collection<String> words) {
        String nearest = "";
        int least = (word.length() <= 3 ? 1 : Math.max(2, word.length() / 3)) + 1;
        for (String candidate : words) {
            int distance = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                nearest = candidate;
            }
        }
        return nearest.isEmpty() ? Optional.empty() : Optional.of(nearest);
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
