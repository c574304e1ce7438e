package dev.plumbline.source;

import dev.plumbline.source.SqlScript.Token;
import dev.plumbline.source.SqlShape.Flag;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What one action of an ALTER TABLE does, told from its words. */
final class AlterAction {

    private final String table;
    private final ActionWords words;
    private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
    private final List<String> destroys = new ArrayList<>();
    private final List<String> endangers = new ArrayList<>();
    private Optional<String> column = Optional.empty();

    private AlterAction(String table, ActionWords words) {
        this.table = table;
        this.words = words;
    }

    static AlterAction read(String table, List<Token> tokens) {
        AlterAction action = new AlterAction(table, new ActionWords(tokens));
        action.read();
        return action;
    }

    Set<Flag> flags() {
        return Set.copyOf(flags);
    }

    List<String> destroys() {
        return List.copyOf(destroys);
    }

    List<String> endangers() {
        return List.copyOf(endangers);
    }

    /** The column it is about: the empty text if it renames the table, nothing if it is about a constraint or an index. */
    Optional<String> column() {
        return column;
    }

    private void read() {
        String verb = words.next();
        switch (verb) {
            case "ADD" -> add();
            case "DROP" -> drop();
            case "RENAME" -> rename();
            case "ALTER" -> alter();
            case "MODIFY", "CHANGE" -> redefine(verb);
            default -> {}
        }
    }

    private void add() {
        if (words.skip("INDEX") || words.skip("KEY") || (words.skip("UNIQUE") && !words.has("USING"))) {
            flags.add(Flag.CREATES_INDEX);
        } else if (!words.isConstraint()) {
            words.skip("COLUMN");
            words.skipConditions();
            if (words.skip("(")) {
                words.skip("(");
            }
            String name = nextColumn();
            boolean filled = words.has("DEFAULT")
                    || words.has("GENERATED")
                    || words.has("AS")
                    || words.has("AUTO_INCREMENT")
                    || words.has("SERIAL")
                    || words.has("BIGSERIAL");
            if (words.hasNotNull() && !filled) {
                flags.add(Flag.NOT_NULL_WITHOUT_DEFAULT);
                endangers.add("adds " + table + "." + name + " NOT NULL without a default");
            }
        }
    }

    private void drop() {
        if (!words.isConstraint() && !words.skip("INDEX") && !words.skip("KEY") && !words.skip("PARTITION")) {
            words.skip("COLUMN");
            words.skipConditions();
            words.skip("(");
            destroys.add("drop column " + table + "." + nextColumn());
        }
    }

    private void rename() {
        flags.add(Flag.RENAME);
        boolean constraint = words.skip("CONSTRAINT") || words.skip("INDEX") || words.skip("KEY");
        if (!constraint) {
            boolean ofColumn = words.skip("COLUMN");
            boolean ofTable = words.skip("TO") || words.skip("AS");
            String name = ofTable && !ofColumn ? "" : words.name();
            column = Optional.of(name);
            endangers.add("renames " + table + (name.isEmpty() ? "" : "." + name));
        }
    }

    private void alter() {
        words.skip("COLUMN");
        String name = nextColumn();
        if (words.has("TYPE")) {
            endangers.add("changes the type of " + table + "." + name);
        } else if (words.hasNotNull() && words.has("SET")) {
            endangers.add("makes " + table + "." + name + " NOT NULL");
        }
    }

    /** MODIFY repeats the column's definition, CHANGE its name too; whether the type stays is not told by the words. */
    private void redefine(String verb) {
        words.skip("COLUMN");
        String name = nextColumn();
        if (verb.equals("CHANGE") && !words.name().equals(name)) {
            flags.add(Flag.RENAME);
            endangers.add("renames " + table + "." + name);
        }
        if (words.hasNotNull()) {
            endangers.add("makes " + table + "." + name + " NOT NULL");
        }
        endangers.add("may change the type of " + table + "." + name);
    }

    private String nextColumn() {
        String name = words.name();
        column = Optional.of(name);
        return name;
    }
}
