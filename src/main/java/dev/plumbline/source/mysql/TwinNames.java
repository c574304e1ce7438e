package dev.plumbline.source.mysql;

import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells apart what may bear the same name: a function and a procedure, a MariaDB package and its body, a check of a
 * column and one of the table. The first keeps the name, the other has its kind after it.
 */
final class TwinNames implements Normaliser {

    private static final List<String> ROUTINES =
            List.of("function", "aggregate function", "procedure", "package", "package body");

    @Override
    public void apply(List<Fact> facts) {
        rename(facts, "routine", "routine_kind", ROUTINES);
        rename(facts, "check_constraint", "level", List.of("table", "column"));
    }

    private static void rename(List<Fact> facts, String kind, String attribute, List<String> precedence) {
        Set<FactPath> taken = new HashSet<>();
        Set<FactPath> twins = new HashSet<>();
        Facts.of(facts, kind).filter(f -> !taken.add(f.path())).forEach(f -> twins.add(f.path()));
        if (twins.isEmpty()) {
            return;
        }
        facts.replaceAll(fact -> {
            if (!twins.contains(fact.path())) {
                return fact;
            }
            String value = fact.text(attribute).orElse("");
            boolean first = facts.stream()
                    .filter(f -> f.path().equals(fact.path()))
                    .noneMatch(f -> precedence.indexOf(f.text(attribute).orElse("")) < precedence.indexOf(value));
            if (first) {
                return fact;
            }
            List<String> names = new ArrayList<>(fact.path().names());
            names.set(names.size() - 1, fact.name() + "/" + value);
            return Facts.at(fact, new FactPath(kind, names));
        });
    }
}
