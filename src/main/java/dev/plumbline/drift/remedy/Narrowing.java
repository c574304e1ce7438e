package dev.plumbline.drift.remedy;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a change of a column's type may lose what is stored: everything that is not known to be wider. */
final class Narrowing {

    private static final Pattern TYPE =
            Pattern.compile("([a-z][a-z ]*?)(?:\\((\\d{1,9})(?:,(\\d{1,9}))?\\))?( unsigned)?");

    private static final List<Map<String, Integer>> FAMILIES = List.of(
            Map.of("tinyint", 1, "smallint", 2, "mediumint", 3, "int", 4, "integer", 4, "bigint", 8),
            Map.of("real", 4, "float", 4, "double precision", 8, "double", 8),
            Map.of("tinytext", 1, "text", 2, "mediumtext", 3, "longtext", 4),
            Map.of("tinyblob", 1, "blob", 2, "mediumblob", 3, "longblob", 4));

    private static final List<String> VARYING = List.of("varchar", "character varying", "varbinary", "char");

    private Narrowing() {}

    static boolean may(String from, String to) {
        Matcher a = TYPE.matcher(from);
        Matcher b = TYPE.matcher(to);
        if (from.equals(to)) {
            return false;
        }
        if (!a.matches() || !b.matches() || (a.group(4) == null) != (b.group(4) == null)) {
            return true;
        }
        String left = a.group(1);
        String right = b.group(1);
        if (left.equals(right)) {
            int scaleBefore = number(a.group(3));
            int scaleAfter = number(b.group(3));
            boolean unbounded = b.group(2) == null;
            return !unbounded
                    && (a.group(2) == null
                            || scaleAfter < scaleBefore
                            || number(b.group(2)) - scaleAfter < number(a.group(2)) - scaleBefore);
        }
        for (Map<String, Integer> family : FAMILIES) {
            Integer before = family.get(left);
            Integer after = family.get(right);
            if (before != null && after != null) {
                return after < before;
            }
        }
        return !(VARYING.contains(left) && (right.equals("longtext") || right.equals("text")));
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
