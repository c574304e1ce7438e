package dev.plumbline.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server's product and version, and predicates over them as query files use them.
 *
 * @param flavour {@code postgresql}, {@code mysql}, {@code mariadb}, {@code cassandra}
 * @param numbers major, minor, patch … as far as known
 */
public record ServerVersion(String flavour, List<Integer> numbers) {

    private static final Pattern TERM =
            Pattern.compile("(?:(?<flavour>[a-z]+)\\s*)?(?:(?<op>>=|<=|<|>|=)\\s*(?<version>\\d+(?:\\.\\d+)*))?");

    public ServerVersion {
        numbers = List.copyOf(numbers);
    }

    /** Takes the leading numbers of a version text such as {@code 11.4.5-MariaDB-log} or {@code 8.0.15}. */
    public static ServerVersion of(String flavour, String text) {
        Matcher matcher = Pattern.compile("\\d+(?:\\.\\d+)*").matcher(text);
        List<Integer> numbers = new ArrayList<>();
        if (matcher.find()) {
            for (String number : matcher.group().split("\\.", -1)) {
                numbers.add(Integer.parseInt(number));
            }
        }
        return new ServerVersion(flavour, numbers);
    }

    /**
     * Whether a predicate holds: terms such as {@code >= 15}, {@code mariadb} or {@code mysql >= 8.0.16}, joined by
     * {@code ,} (all must hold), groups of them by {@code |} (one must).
     *
     * @throws IllegalArgumentException if it is none
     */
    public boolean matches(String predicate) {
        for (String group : predicate.split("\\|", -1)) {
            boolean all = true;
            for (String term : group.split(",", -1)) {
                all &= term(term.strip());
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    private boolean term(String term) {
        Matcher matcher = TERM.matcher(term);
        if (term.isEmpty() || !matcher.matches()) {
            throw new IllegalArgumentException("'" + term + "' is no version predicate such as 'mariadb >= 10.6'");
        }
        if (matcher.group("flavour") != null && !matcher.group("flavour").equals(flavour)) {
            return false;
        }
        if (matcher.group("op") == null) {
            return true;
        }
        int order = compare(of(flavour, matcher.group("version")).numbers);
        return switch (matcher.group("op")) {
            case ">=" -> order >= 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case "<" -> order < 0;
            default -> order == 0;
        };
    }

    /** Compares as many numbers as the other has: 17.11 equals 17. */
    private int compare(List<Integer> other) {
        for (int i = 0; i < other.size(); i++) {
            int mine = i < numbers.size() ? numbers.get(i) : 0;
            if (mine != other.get(i)) {
                return Integer.compare(mine, other.get(i));
            }
        }
        return 0;
    }

    @Override
    public String toString() {
        return String.join(".", numbers.stream().map(String::valueOf).toList());
    }
}
