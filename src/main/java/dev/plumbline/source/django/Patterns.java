package dev.plumbline.source.django;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The patterns of a {@code match}, as far as they are constants, alternatives of them, or the default. */
final class Patterns {

    private Patterns() {}

    /** Whether every clause has such a pattern and no guard. */
    static boolean areConstants(List<Syntax> clauses) {
        return clauses.stream()
                .allMatch(clause -> clause.child("guard").isEmpty()
                        && patterns(clause).size() == 1
                        && alternatives(clause).stream().allMatch(Patterns::isConstant));
    }

    static boolean isDefault(Syntax clause) {
        return alternatives(clause).stream().anyMatch(p -> p.text().equals("_"));
    }

    /** @return null if the subject is not known */
    static @Nullable Boolean fits(Value subject, Syntax clause, Function<Syntax, Value> constant) {
        if (isDefault(clause)) {
            return true;
        } else if (!(subject instanceof Value.Constant)) {
            return null;
        }
        return alternatives(clause).stream()
                .anyMatch(p -> Boolean.TRUE.equals(Values.truth(Operators.compare(subject, "==", constant.apply(p)))));
    }

    private static List<Syntax> patterns(Syntax clause) {
        return clause.parts().stream().filter(p -> p.is("case_pattern")).toList();
    }

    private static List<Syntax> alternatives(Syntax clause) {
        return patterns(clause).stream()
                .flatMap(p -> p.parts().stream())
                .flatMap(p -> p.is("union_pattern") ? p.parts().stream() : java.util.stream.Stream.of(p))
                .toList();
    }

    private static boolean isConstant(Syntax pattern) {
        return List.of("string", "integer", "true", "false", "none").contains(pattern.type())
                || pattern.text().equals("_");
    }
}
