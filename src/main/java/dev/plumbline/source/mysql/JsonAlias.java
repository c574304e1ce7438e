package dev.plumbline.source.mysql;

import dev.plumbline.fact.Fact;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Calls {@code json} what MariaDB makes of that word: {@code longtext} with collation {@code utf8mb4_bin} and, since
 * 10.4.3, the check {@code json_valid} that bears the column's name. MySQL has a type of its own.
 */
final class JsonAlias implements Normaliser {

    @Override
    public void apply(List<Fact> facts) {
        Map<List<String>, Fact> checks = new HashMap<>();
        Facts.of(facts, "check_constraint")
                .filter(f -> f.text("expression")
                        .orElse("")
                        .equals("json_valid(`" + f.name().replace("`", "``") + "`)"))
                .forEach(f -> checks.put(f.path().names(), f));
        if (checks.isEmpty()) {
            return;
        }
        Set<Fact> dissolved = new HashSet<>();
        Map<String, @Nullable Object> json = new HashMap<>();
        json.put("type", "json");
        json.put("base_type", "json");
        json.put("collation", null);
        json.put("charset", null);
        json.put("length", null);
        facts.replaceAll(fact -> {
            Fact check = Facts.is(fact, "column") ? checks.get(fact.path().names()) : null;
            if (check == null
                    || !fact.text("type").equals(java.util.Optional.of("longtext"))
                    || !fact.text("collation").equals(java.util.Optional.of("utf8mb4_bin"))) {
                return fact;
            }
            dissolved.add(check);
            return Facts.with(fact, json);
        });
        facts.removeIf(f -> Facts.is(f, "check_constraint") && dissolved.contains(f));
    }
}
