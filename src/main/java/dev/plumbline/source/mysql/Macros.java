package dev.plumbline.source.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The few words that query files use beyond SQL. Each stands for a longer expression of its arguments; the report
 * shows statements as they were sent.
 *
 * <ul>
 *   <li>{@code :schemas(x)}: the condition that the schema x is read;
 *   <li>{@code :name(x)}: the schema's name as facts have it, which is empty for the one that the URL names;
 *   <li>{@code :qualified(x, y)}: a table in a schema, as facts refer to it;
 *   <li>{@code :utf8(x)}: a character set or collation, with {@code utf8mb3} for the older name {@code utf8};
 *   <li>{@code :grantee(x)}: {@code user@host} from {@code 'user'@'host'}, a role of MariaDB without {@code @};
 *   <li>{@code :account(x)}: the same with {@code $hostname} for the server's own host name, which installers of both
 *       products write into an account, so that servers on two machines compare equal;
 *   <li>{@code :ordinary(x)}: the condition that the account is not the server's own;
 *   <li>{@code :schemapattern(x)}, {@code :schemaname(x)}: the same for the patterns on which privileges are granted,
 *       in which {@code \_} is an underscore;
 *   <li>{@code :rights(x)}: privileges of the set-valued column x of {@code mysql.procs_priv} as quoted list.
 * </ul>
 */
final class Macros {

    private static final Pattern MACRO = Pattern.compile(
            ":(schemas|name|qualified|utf8|grantee|account|ordinary|schemapattern|schemaname|rights)\\(");

    private final Scope scope;

    Macros(Scope scope) {
        this.scope = scope;
    }

    String expand(String text) {
        Matcher matcher = MACRO.matcher(text);
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (matcher.find(at)) {
            out.append(text, at, matcher.start());
            List<String> arguments = new ArrayList<>();
            at = arguments(text, matcher.end(), arguments);
            out.append(
                    one(matcher.group(1), arguments.stream().map(this::expand).toList()));
        }
        return out.append(text, at, text.length()).toString();
    }

    /** Splits at commas outside parentheses and texts; returns the index after the closing parenthesis. */
    private static int arguments(String text, int from, List<String> arguments) {
        int depth = 0;
        int start = from;
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '\'';
            if (quoted) {
                continue;
            }
            boolean closes = c == ')' && depth == 0;
            if (closes || (c == ',' && depth == 0)) {
                arguments.add(text.substring(start, i).strip());
                start = i + 1;
            }
            if (closes) {
                return start;
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        throw new IllegalArgumentException("a parenthesis is not closed in: " + text.substring(from));
    }

    private String one(String macro, List<String> arguments) {
        String x = arguments.get(0);
        return switch (macro) {
            case "schemas" -> scope.condition(x);
            case "name" ->
                scope.isRelative() ? "if(" + x + " = " + Scope.quote(scope.relative()) + ", '', " + x + ")" : x;
            case "qualified" ->
                scope.isRelative()
                        ? "if(" + x + " = " + Scope.quote(scope.relative()) + ", " + arguments.get(1) + ", concat(" + x
                                + ", '.', " + arguments.get(1) + "))"
                        : "concat(" + x + ", '.', " + arguments.get(1) + ")";
            case "utf8" ->
                "if(" + x + " = 'utf8' or " + x + " like 'utf8\\_%', concat('utf8mb3', substring(" + x + ", 5)), " + x
                        + ")";
            case "grantee" ->
                "if(right(" + x + ", 3) = '@''''', substring(" + x + ", 2, char_length(" + x
                        + ") - 5), concat(substring(" + x + ", 2, char_length(" + x + ") - char_length(substring_index("
                        + x
                        + ", '@', -1)) - 3), '@', trim(both '''' from substring_index(" + x + ", '@', -1))))";
            case "account" ->
                "if(substring_index(" + x + ", '@', -1) = @@hostname and @@hostname <> 'localhost', concat(left(" + x
                        + ", char_length(" + x + ") - char_length(@@hostname)), '$hostname'), " + x + ")";
            case "ordinary" ->
                x
                        + " not in ('mariadb.sys@localhost', 'mysql.sys@localhost', 'mysql.session@localhost', 'mysql.infoschema@localhost')";
            case "schemaname" ->
                scope.isRelative()
                        ? "if(" + unescaped(x) + " = " + Scope.quote(scope.relative()) + ", '', " + unescaped(x) + ")"
                        : unescaped(x);
            case "schemapattern" ->
                scope.isRelative()
                        ? Scope.quote(scope.relative()) + " like convert(" + x + " using utf8mb4) collate utf8mb4_bin"
                        : scope.condition(unescaped(x));
            default ->
                "concat_ws(',', if(find_in_set('Alter Routine', " + x
                        + ") > 0, '\"ALTER ROUTINE\"', null), if(find_in_set('Execute', "
                        + x + ") > 0, '\"EXECUTE\"', null), if(find_in_set('Show Create Routine', " + x
                        + ") > 0, '\"SHOW CREATE ROUTINE\"', null))";
        };
    }

    private static String unescaped(String x) {
        return "replace(replace(" + x + ", '\\\\_', '_'), '\\\\%', '%')";
    }
}
