package dev.plumbline.source.mysql;

import dev.plumbline.fact.Fact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Drops the display width of integers and years in the types of arguments and results, as the query does for
 * columns. MySQL drops it since 8.0.19, except where it means something: with ZEROFILL, and {@code tinyint(1)}, which
 * is how a boolean is written.
 */
final class IntegerWidth implements Normaliser {

    private static final Pattern WIDTH = Pattern.compile(
            "\\b(?:(smallint|mediumint|int|bigint|year)\\(\\d+\\)|(tinyint)\\((?!1\\))\\d+\\))(?!( unsigned)? zerofill)");

    @Override
    public void apply(List<Fact> facts) {
        facts.replaceAll(fact -> {
            if (!Facts.is(fact, "routine")) {
                return fact;
            }
            Map<String, @Nullable Object> changes = new HashMap<>();
            changes.put(
                    "arguments", fact.text("arguments").map(IntegerWidth::drop).orElse(null));
            changes.put("returns", fact.text("returns").map(IntegerWidth::drop).orElse(null));
            return Facts.with(fact, changes);
        });
    }

    private static String drop(String type) {
        return WIDTH.matcher(type).replaceAll("$1$2");
    }
}
