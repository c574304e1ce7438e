package dev.plumbline.source.mysql;

import dev.plumbline.fact.Fact;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the name of the schema that the URL names out of the texts of views, where the servers write it before each
 * table and column whatever the author wrote, so that {@code shop_prod} and {@code shop_test} compare equal.
 */
final class RelativeViews implements Normaliser {

    /** A text, or names joined by points; what follows them tells a table with an alias from an alias with a column. */
    private static final Pattern TOKEN = Pattern.compile(
            "'(?:[^'\\\\]|\\\\.|'')*'|(?<names>`(?:[^`]|``)*`(?:\\.`(?:[^`]|``)*`)*)(?<alias> `)?+", Pattern.DOTALL);

    private final String prefix;
    private final String alias;
    private final boolean relative;

    RelativeViews(Scope scope) {
        String quoted = "`" + scope.relative().replace("`", "``") + "`";
        this.prefix = quoted + ".";
        this.alias = "` " + quoted;
        this.relative = scope.isRelative();
    }

    @Override
    public void apply(List<Fact> facts) {
        if (relative) {
            facts.replaceAll(fact -> Facts.is(fact, "view") && fact.get("definition") != null
                    ? Facts.with(
                            fact,
                            Map.of("definition", strip(fact.text("definition").orElse(""))))
                    : fact);
        }
    }

    String strip(String definition) {
        // Where a table has the schema's name for an alias, `shop`.`id` is a column of it.
        boolean ambiguous = definition.contains(alias);
        Matcher matcher = TOKEN.matcher(definition);
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (matcher.find(at)) {
            out.append(definition, at, matcher.start());
            String names = matcher.group("names");
            if (names == null) {
                out.append(matcher.group());
                at = matcher.end();
                continue;
            }
            boolean three = names.chars().filter(c -> c == '.').count() >= 2;
            boolean qualified = names.startsWith(prefix)
                    && (three
                            || !ambiguous
                            || matcher.group("alias") != null
                            || afterFrom(definition, matcher.start()));
            out.append(qualified ? names.substring(prefix.length()) : names);
            at = matcher.end("names");
        }
        return out.append(definition, at, definition.length()).toString();
    }

    /** Whether a table stands there. */
    private static boolean afterFrom(String definition, int index) {
        int end = index;
        while (end > 0 && definition.charAt(end - 1) == '(') {
            end--;
        }
        return definition.startsWith("from ", end - 5) || definition.startsWith("join ", end - 5);
    }
}
