package dev.plumbline.rule;

import java.util.Collection;
import java.util.Locale;

/** The known name that someone who wrote an unknown one most likely meant. */
final class Nearest {

    private Nearest() {}

    /** Advice such as {@code did you mean 'columns'?}, or else the names there are, if they are few. */
    static String advice(String word, Collection<String> names) {
        String best = "";
        int least = Math.max(1, word.length() / 3) + 1;
        String lower = word.toLowerCase(Locale.ROOT);
        for (String name : names) {
            int distance = distance(lower, name.toLowerCase(Locale.ROOT), least);
            if (distance < least) {
                least = distance;
                best = name;
            }
        }
        if (!best.isEmpty()) {
            return "did you mean '" + best + "'?";
        }
        return names.isEmpty() || names.size() > 40 ? "" : "known are " + String.join(", ", names);
    }

    /** A noun with its article. */
    static String a(String noun) {
        return (!noun.isEmpty() && "aeio".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }

    /** Insertions, deletions, replacements and swaps of neighbours; {@code enough} or more is returned as it comes. */
    private static int distance(String a, String b, int enough) {
        if (Math.abs(a.length() - b.length()) >= enough) {
            return enough;
        }
        int[] twoBack = new int[b.length() + 1];
        int[] back = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            back[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], back[j]) + 1, back[j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], twoBack[j - 2] + 1);
                }
            }
            int[] free = twoBack;
            twoBack = back;
            back = row;
            row = free;
        }
        return back[b.length()];
    }
}
