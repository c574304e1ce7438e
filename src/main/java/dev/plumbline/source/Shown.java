package dev.plumbline.source;

import dev.plumbline.fact.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Attributes that no table of the catalogue holds, only the text that the server shows of one object. A query file
 * declares them: whose facts ask for the text, which part of it is about a fact, and where in that part the values
 * stand. In patterns <code>${name}</code> is the fact's own name; names and texts in what the server shows are numbers
 * in quotes of their kind, so that nothing they hold can be taken for a word of the server's.
 *
 * <pre>
 * -- show: table                      (what is shown, which ${object} stands for: its schema and name)
 * -- when: method = fulltext          (facts that ask for it; all of the kind if the line is missing)
 * -- unless: engine = InnoDB          (facts that do not)
 * -- part: (?m)^ +FULLTEXT KEY ${name} .*$      (all of the text if the line is missing)
 * -- found: parser = WITH PARSER (\S+)          (as many lines as there are attributes)
 * -- found: definition? = AS (.*)               (only if the fact has none yet)
 * -- found: stated = TABLESPACE (${=ts1})       (only the name ts1, in quotes or without)
 * show create table ${object}
 * </pre>
 *
 * @param when values of attributes, by attribute, of which a fact must have one; empty for all facts
 * @param unless values of which it must have none
 * @param part the pattern of the part
 * @param found patterns by attribute; the first group is the value, and where none is found the attribute stays. A map
 *     takes the group {@code value} of all that is found, by the group {@code key} or, without one, by its rank; a value
 *     that is empty is left out.
 */
public record Shown(
        String object, List<Condition> when, List<Condition> unless, Optional<String> part, Map<String, Found> found) {

    private static final Pattern CONDITION = Pattern.compile("([a-z_]+) = (.+)");
    private static final Pattern FOUND = Pattern.compile("([a-z_]+)(\\?)? = (.+)");

    /** A value that an attribute has. */
    public record Condition(String attribute, String value) {

        private boolean holds(Fact fact) {
            return value.equals(String.valueOf(fact.get(attribute)));
        }
    }

    /**
     * Where a value stands.
     *
     * @param ifMissing whether it is only for facts that have none from elsewhere
     */
    public record Found(String pattern, boolean ifMissing) {}

    public Shown {
        when = List.copyOf(when);
        unless = List.copyOf(unless);
        found = Map.copyOf(found);
    }

    /**
     * @param object what is shown
     * @param when the header line, empty if there is none
     * @param unless the same
     * @param found header lines
     * @throws IllegalArgumentException if one is none
     */
    static Shown parse(String object, String when, String unless, Optional<String> part, List<String> found) {
        Map<String, Found> patterns = new LinkedHashMap<>();
        for (String text : found) {
            Matcher matcher = matcher(FOUND, text);
            patterns.put(matcher.group(1), new Found(matcher.group(3), matcher.group(2) != null));
        }
        return new Shown(object, conditions(when), conditions(unless), part, patterns);
    }

    private static List<Condition> conditions(String line) {
        List<Condition> conditions = new ArrayList<>();
        for (String text : line.isEmpty() ? List.<String>of() : List.of(line.split(" \\| ", -1))) {
            Matcher matcher = matcher(CONDITION, text);
            conditions.add(new Condition(matcher.group(1), matcher.group(2)));
        }
        return conditions;
    }

    private static Matcher matcher(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not of the form 'attribute = value'");
        }
        return matcher;
    }

    /** Whether the text is needed for a fact of the file's kind. */
    public boolean asks(Fact fact) {
        return (when.isEmpty() || when.stream().anyMatch(c -> c.holds(fact)))
                && unless.stream().noneMatch(c -> c.holds(fact))
                && found.entrySet().stream().anyMatch(f -> !f.getValue().ifMissing() || fact.get(f.getKey()) == null);
    }
}
