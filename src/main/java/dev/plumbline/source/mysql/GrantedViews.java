package dev.plumbline.source.mysql;

import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Hangs privileges on views and sequences on the view or sequence: the servers grant on "tables" and do not say which
 * of the three it is.
 */
final class GrantedViews implements Normaliser {

    @Override
    public void apply(List<Fact> facts) {
        Map<List<String>, String> kinds = new HashMap<>();
        facts.stream()
                .filter(f -> Facts.is(f, "view") || Facts.is(f, "sequence"))
                .forEach(f -> kinds.put(f.path().names(), f.kind().name()));
        facts.replaceAll(fact -> {
            List<String> names = fact.path().names();
            if (!Facts.is(fact, "grant") || !names.get(0).equals("table")) {
                return fact;
            }
            List<String> renamed = new ArrayList<>(names);
            renamed.set(0, kinds.getOrDefault(names.subList(1, names.size() - 1), "table"));
            return Facts.at(fact, new FactPath("grant", renamed));
        });
    }
}
