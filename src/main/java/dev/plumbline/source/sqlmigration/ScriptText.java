package dev.plumbline.source.sqlmigration;

import dev.plumbline.source.SqlScript;
import dev.plumbline.source.SqlShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A script and what its statements do together.
 *
 * @param comments all comments, one a line
 * @param head the comment before the first statement; empty if there is none
 */
record ScriptText(List<SqlScript.Statement> statements, String comments, String head) {

    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*(?:--|#|//)\\s?(.*)$|/\\*(?!!)((?s:.*?))\\*/");
    private static final Pattern SECRET = Pattern.compile(
            "(?i)((?:IDENTIFIED\\s+(?:WITH\\s+\\S+\\s+)?(?:BY|AS)|PASSWORD\\s*=?)\\s*)(?:'(?:[^']|'')*'|\"[^\"]*\")");

    ScriptText {
        statements = List.copyOf(statements);
    }

    static ScriptText read(String text, SqlScript.Dialect dialect) {
        List<SqlScript.Statement> statements = SqlScript.split(text, dialect);
        int first = statements.isEmpty() ? Integer.MAX_VALUE : statements.get(0).line();
        StringBuilder comments = new StringBuilder();
        StringBuilder head = new StringBuilder();
        Matcher matcher = COMMENT.matcher(text);
        int line = 1;
        int counted = 0;
        while (matcher.find()) {
            String comment = (matcher.group(1) == null ? matcher.group(2) : matcher.group(1)).strip();
            for (; counted < matcher.start(); counted++) {
                line += text.charAt(counted) == '\n' ? 1 : 0;
            }
            comments.append(comment).append('\n');
            if (line < first && !comment.isEmpty()) {
                head.append(head.isEmpty() ? "" : "\n").append(comment);
            }
        }
        return new ScriptText(statements, comments.toString(), head.toString());
    }

    boolean changesData() {
        return any(SqlShape.Flag.DATA_CHANGE);
    }

    private boolean any(SqlShape.Flag flag) {
        return statements.stream()
                .filter(s -> !MigrationFilesSource.isHistory(s))
                .anyMatch(s -> s.shape().has(flag));
    }

    /** What the migration as a whole is. */
    Map<String, Object> attributes() {
        List<String> operations = new ArrayList<>();
        List<String> destroys = new ArrayList<>();
        List<String> endangers = new ArrayList<>();
        for (SqlScript.Statement statement : statements) {
            SqlShape shape = statement.shape();
            if (!MigrationFilesSource.isHistory(statement)) {
                operations.add(shape.operation());
            }
            shape.destroys().forEach(d -> destroys.add(d + " at line " + statement.line()));
            shape.endangers().forEach(d -> endangers.add(d + " at line " + statement.line()));
        }
        Map<String, Object> attributes = new LinkedHashMap<>();
        if (!head.isEmpty()) {
            attributes.put("docstring", head);
        }
        attributes.put("operations", operations);
        attributes.put("schema_change", any(SqlShape.Flag.SCHEMA_CHANGE));
        attributes.put("data_change", any(SqlShape.Flag.DATA_CHANGE));
        attributes.put("needs_no_transaction", any(SqlShape.Flag.NO_TRANSACTION));
        attributes.put("destructive_operations", destroys);
        attributes.put("dangerous_operations", endangers);
        return attributes;
    }

    /** Statements about accounts hold passwords. */
    static String withoutSecrets(String sql) {
        return SECRET.matcher(sql).replaceAll("$1'********'");
    }
}
