package dev.plumbline.source.diagram;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of an entity that stands for a column: {@code * id : bigint <<PK>>} and what people write instead. */
record ColumnLine(
        String name, Optional<String> type, boolean primaryKey, boolean foreignKey, boolean unique, boolean mandatory) {

    private static final Pattern SEPARATOR = Pattern.compile("(?:--|==|\\.\\.|__).*");
    private static final Pattern MARKS = Pattern.compile("<<[^>]*>>|\\{[^}]*\\}|<[^>]*>|\\((?i:PK|FK|UK|PK, ?FK)\\)");
    private static final Pattern COLUMN =
            Pattern.compile("(?<name>[\\p{L}_][\\p{L}\\p{N}_$.]*)(?:\\s*:\\s*|\\s+)?(?<type>.*)");

    /** Nothing if the line is a separator, a comment or a heading. */
    static Optional<ColumnLine> parse(String written) {
        String line = written.strip();
        if (line.isEmpty() || SEPARATOR.matcher(line).matches() || line.startsWith("'")) {
            return Optional.empty();
        }
        String marks = marks(line);
        boolean mandatory = line.startsWith("*");
        String text = MARKS.matcher(line)
                .replaceAll(" ")
                .replaceFirst("^[*+#~-]+\\s*", "")
                .strip();
        Matcher prefix = Pattern.compile("(?i)(PK|FK|UK|PK,\\s*FK)\\s+(.*)").matcher(text);
        if (prefix.matches()) {
            marks += " " + prefix.group(1).toUpperCase(Locale.ROOT);
            text = prefix.group(2);
        }
        Matcher column = COLUMN.matcher(text);
        if (!column.matches()) {
            return Optional.empty();
        }
        String type = column.group("type").strip();
        if (type.startsWith("(")) {
            // A method, which a table does not have.
            return Optional.empty();
        }
        boolean notNull = type.toUpperCase(Locale.ROOT).contains("NOT NULL");
        String bare = type.replaceAll("(?i)\\s*\\b(NOT\\s+NULL|NULL|PK|FK|UK|UNIQUE|PRIMARY KEY)\\b", "")
                .strip();
        String all = marks + " " + type.toUpperCase(Locale.ROOT);
        boolean key = all.matches(".*\\bPK\\b.*|.*PRIMARY KEY.*");
        return Optional.of(new ColumnLine(
                column.group("name"),
                bare.isEmpty() ? Optional.empty() : Optional.of(bare),
                key,
                all.matches(".*\\bFK\\b.*"),
                all.matches(".*\\b(UK|UQ|UNIQUE)\\b.*"),
                mandatory || notNull || key));
    }

    private static String marks(String line) {
        StringBuilder marks = new StringBuilder();
        Matcher matcher = MARKS.matcher(line);
        while (matcher.find()) {
            marks.append(' ').append(matcher.group().toUpperCase(Locale.ROOT));
        }
        return marks.toString();
    }
}
