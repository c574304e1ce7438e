package dev.plumbline.rule;

import java.util.ArrayList;
import java.util.List;

/** The small ways in which a regular expression may be wrong, on the literal of CEL that holds it. */
final class PatternChanges {

    private final String literal;
    private final List<Unit> units = new ArrayList<>();
    private final List<String> changed = new ArrayList<>();

    /**
     * A character of the pattern, with the escapes before it.
     *
     * @param special whether it is one of the pattern's own signs
     */
    private record Unit(char sign, int from, int to, int depth, boolean special) {}

    private PatternChanges(String literal) {
        this.literal = literal;
        int depth = 0;
        boolean set = false;
        int i = 1;
        while (i < literal.length() - 1) {
            int from = i;
            // A backslash stands twice in the literal; what it takes the meaning from follows.
            boolean escaped = literal.charAt(i) == '\\';
            while (literal.charAt(i) == '\\') {
                i++;
            }
            char sign = literal.charAt(i++);
            boolean special = !escaped && (!set || sign == ']') && "^$|()[]*+?".indexOf(sign) >= 0;
            depth -= special && sign == ')' ? 1 : 0;
            units.add(new Unit(sign, from, i, depth, special));
            depth += special && sign == '(' ? 1 : 0;
            set = special ? sign == '[' : set;
        }
    }

    /** Literals of other patterns; none of them need be a pattern. */
    static List<String> of(String literal) {
        PatternChanges all = new PatternChanges(literal);
        for (int i = 0; i < all.units.size(); i++) {
            if (all.units.get(i).special()) {
                all.change(i, all.units.get(i));
            }
        }
        return List.copyOf(all.changed);
    }

    private void change(int at, Unit unit) {
        switch (unit.sign()) {
            case '^', '$' -> replace(unit.from(), unit.to(), "");
            case '*' -> replace(unit.from(), unit.to(), "+");
            case '+' -> replace(unit.from(), unit.to(), "*");
            case '?' -> {
                // After a bracket or a quantifier it means something else.
                if (at > 0
                        && !(units.get(at - 1).special()
                                && "(*+?".indexOf(units.get(at - 1).sign()) >= 0)) {
                    replace(unit.from(), unit.to(), "");
                }
            }
            case '|' -> {
                replace(start(at, unit), unit.to(), "");
                if (end(at, unit) < 0) {
                    int to = after(at, unit);
                    replace(unit.from(), to, "");
                }
            }
            default -> {}
        }
    }

    /** Where the alternative before a bar begins. */
    private int start(int at, Unit bar) {
        int i = at - 1;
        while (i >= 0 && !border(units.get(i), bar)) {
            i--;
        }
        return i < 0 ? 1 : units.get(i).to();
    }

    /** The next bar of the same alternatives, or -1. */
    private int end(int at, Unit bar) {
        for (int i = at + 1; i < units.size() && units.get(i).depth() >= bar.depth(); i++) {
            if (border(units.get(i), bar)) {
                return units.get(i).sign() == '|' ? i : -1;
            }
        }
        return -1;
    }

    private int after(int at, Unit bar) {
        int i = at + 1;
        while (i < units.size() && !border(units.get(i), bar)) {
            i++;
        }
        return i == units.size() ? literal.length() - 1 : units.get(i).from();
    }

    private static boolean border(Unit unit, Unit bar) {
        return unit.special()
                && ((unit.depth() == bar.depth() && unit.sign() == '|') || unit.depth() == bar.depth() - 1);
    }

    private void replace(int from, int to, String by) {
        changed.add(literal.substring(0, from) + by + literal.substring(to));
    }
}
