package dev.plumbline.rule;

import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.rule.FrozenFindings.Line;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of frozen findings. A line is {@code rule path}, and behind it the discriminator where one path may have
 * several findings; lines stand under the day on which they were accepted. What was frozen first and what came later
 * are kept apart, so that growth is a section of its own in a pull request and can never be quiet.
 */
final class FrozenText {

    private static final String HEAD = "plumbline-findings 1";
    private static final String FIRST = "frozen on ";
    private static final String LATER = "grown on ";
    private static final Pattern LINE = Pattern.compile("(?<rule>" + RuleShape.ID + ") (?<path>.+)");

    private final String file;
    private final String target;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private @Nullable LocalDate accepted;
    private boolean later;

    private FrozenText(String file, String target) {
        this.file = file;
        this.target = target;
    }

    static String write(FrozenFindings findings) {
        StringBuilder out = new StringBuilder(HEAD).append('\n');
        String section = "";
        for (Line line : findings.lines()) {
            String next = (line.later() ? LATER : FIRST) + line.accepted();
            if (!next.equals(section)) {
                out.append('\n').append(next).append('\n');
                section = next;
            }
            out.append(line).append('\n');
        }
        return out.toString();
    }

    static FrozenFindings read(Path path, String shown, String target) {
        FrozenText text = new FrozenText(shown, target);
        List<String> all;
        try {
            all = Files.readAllLines(path, StandardCharsets.UTF_8);
        } catch (MalformedInputException e) {
            throw new ProblemsException(new Problem(shown, "is not UTF-8 text", "restore it from version control"), e);
        } catch (IOException e) {
            throw new ProblemsException(
                    new Problem(shown, "cannot be read: " + e.getMessage(), "check its permissions"), e);
        }
        if (all.isEmpty() || !all.get(0).equals(HEAD)) {
            text.problem(
                    1,
                    1,
                    "the file does not begin with '" + HEAD + "'",
                    "restore it, or write it anew with 'plumbline baseline accept --findings'");
        } else {
            for (int i = 1; i < all.size(); i++) {
                text.line(all.get(i), i + 1);
            }
        }
        if (!text.problems.isEmpty()) {
            throw new ProblemsException(text.problems);
        }
        return new FrozenFindings(target, shown, text.lines);
    }

    private void problem(int number, int column, String what, String advice) {
        problems.add(new Problem(file + ":" + number + ":" + column, what, advice));
    }

    private void line(String line, int number) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        if (line.startsWith(FIRST) || line.startsWith(LATER)) {
            section(line, number);
            return;
        }
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            problem(
                    number,
                    1,
                    "is no frozen finding",
                    "write: rule path, as table-without-comment table:public.orders");
        } else if (accepted == null) {
            problem(number, 1, "the finding stands under no day", "put '" + FIRST + "2026-12-31' above it");
        } else {
            finding(matcher.group("rule"), matcher.group("path"), number, matcher.start("path") + 1);
        }
    }

    private void section(String line, int number) {
        later = line.startsWith(LATER);
        int start = later ? LATER.length() : FIRST.length();
        try {
            accepted = LocalDate.parse(line.substring(start));
        } catch (DateTimeException e) {
            // The lines below it are read all the same, for the faults that they may have.
            accepted = LocalDate.EPOCH;
            problem(number, start + 1, "'" + line.substring(start) + "' is no date", "write it as 2026-12-31");
        }
    }

    private void finding(String rule, String rest, int number, int column) {
        int end = endOfPath(rest);
        FactPath path;
        try {
            path = FactPath.parse(rest.substring(0, end));
        } catch (IllegalArgumentException e) {
            problem(number, column, String.valueOf(e.getMessage()), "write for instance table:public.orders");
            return;
        }
        String discriminator = "";
        if (end < rest.length()) {
            try {
                discriminator = FactPath.parse("d:" + rest.substring(end + 1)).name();
            } catch (IllegalArgumentException e) {
                problem(
                        number,
                        column + end + 1,
                        "'" + rest.substring(end + 1) + "' is no discriminator",
                        "a text with other characters than letters and digits stands in double quotes");
                return;
            }
        }
        Line line = new Line(java.util.Objects.requireNonNull(accepted), later, rule, path, discriminator, number);
        Integer earlier = seen.putIfAbsent(line.fingerprint(target), number);
        if (earlier != null) {
            problem(number, 1, "the finding stands in line " + earlier + " already", "remove one of the two");
        } else {
            lines.add(line);
        }
    }

    /** The first space outside quotes. */
    private static int endOfPath(String text) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ' ' && !quoted) {
                return i;
            }
        }
        return text.length();
    }
}
