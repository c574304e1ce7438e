package dev.plumbline.source.mysql;

import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells apart what may bear the same name: a function and a procedure, a MariaDB package and its body, a check of a
 * column and one of the table. The first keeps the name, the other has its kind after it. A check of the table that is
 * called like one of its columns has it whether the column has a check or not, so that neither is called otherwise once
 * the other comes or goes.
 */
final class TwinNames implements Normaliser {

    private static final List<String> ROUTINES =
            List.of("function", "aggregate function", "procedure", "package", "package body");

    private final boolean toldLevels;

    /** @param toldLevels whether the server says which check is a column's */
    TwinNames(boolean toldLevels) {
        this.toldLevels = toldLevels;
    }

    @Override
    public void apply(List<Fact> facts) {
        rename(facts, "routine", "routine_kind", ROUTINES);
        grants(facts);
        Set<List<String>> columns =
                Facts.of(facts, "column").map(column -> column.path().names()).collect(Collectors.toSet());
        facts.replaceAll(fact -> Facts.is(fact, "check_constraint")
                        && columns.contains(fact.path().names())
                        && fact.text("level").equals(Optional.of("table"))
                        && toldLevels
                ? called(fact, "table")
                : fact);
        rename(facts, "check_constraint", "level", List.of("table", "column"));
    }

    /** A privilege is on the one of two routines that it was granted on, also where the routines are hidden. */
    private static void grants(List<Fact> facts) {
        Set<FactPath> routines = Facts.of(facts, "routine").map(Fact::path).collect(Collectors.toSet());
        Set<FactPath> taken = new HashSet<>();
        Set<FactPath> twins = Facts.of(facts, "grant")
                .map(Fact::path)
                .filter(path -> !taken.add(path))
                .collect(Collectors.toSet());
        facts.replaceAll(fact -> {
            String kind = Facts.is(fact, "grant") ? fact.text("routine_kind").orElse("") : "";
            if (kind.isEmpty() || kind.equals("function")) {
                return fact;
            }
            List<String> names = new ArrayList<>(fact.path().names());
            names.set(2, names.get(2) + "/" + kind);
            return twins.contains(fact.path()) || routines.contains(new FactPath("routine", names.subList(1, 3)))
                    ? Facts.at(fact, new FactPath("grant", names))
                    : fact;
        });
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
            return called(fact, value);
        });
    }

    private static Fact called(Fact fact, String value) {
        List<String> names = new ArrayList<>(fact.path().names());
        names.set(names.size() - 1, fact.name() + "/" + value);
        return Facts.at(fact, new FactPath(fact.kind().name(), names));
    }
}
