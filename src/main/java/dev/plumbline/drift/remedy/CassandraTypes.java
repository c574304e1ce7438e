package dev.plumbline.drift.remedy;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.remedy.Script.Phase;
import dev.plumbline.fact.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cassandra's own types, whose fields only come and change their names. */
final class CassandraTypes {

    /** The type behind it may hold quotes too. */
    private static final Pattern NAME = Pattern.compile("\"(?:[^\"]|\"\")*\"|[^ ]+");

    private final CassandraDialect sql;

    CassandraTypes(CassandraDialect sql) {
        this.sql = sql;
    }

    void change(Fact before, Fact after, String name, Map<String, Change> changes) {
        List<String> wanted = before.list("fields");
        List<String> there = after.list("fields");
        if (wanted.size() >= there.size() && wanted.subList(0, there.size()).equals(there)) {
            wanted.subList(there.size(), wanted.size())
                    .forEach(f -> sql.statement(Phase.TYPE, "ALTER TYPE " + name + " ADD " + f));
            changes.remove("fields");
            return;
        }
        if (wanted.size() != there.size()) {
            return;
        }
        List<String> renames = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            String[] a = field(there.get(i));
            String[] b = field(wanted.get(i));
            if (!a[1].equals(b[1])) {
                return;
            }
            if (!a[0].equals(b[0])) {
                renames.add(a[0] + " TO " + b[0]);
            }
        }
        sql.statement(Phase.TYPE, "ALTER TYPE " + name + " RENAME " + String.join(" AND ", renames));
        changes.remove("fields");
    }

    /** Name, as written, and type of a field. */
    private static String[] field(String field) {
        Matcher name = NAME.matcher(field);
        int end = name.lookingAt() ? name.end() : field.length();
        return new String[] {field.substring(0, end), field.substring(end).strip()};
    }
}
