package dev.plumbline.drift.remedy;

import dev.plumbline.drift.remedy.Remedy.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects statements by phase: dependents go before what they stand on, and come back after it. */
final class Script {

    /** In the order in which they run. */
    enum Phase {
        RENAME,
        DROP_TRIGGER,
        DROP_VIEW,
        DROP_FOREIGN_KEY,
        DROP_INDEX,
        DROP_CONSTRAINT,
        DROP_TABLE,
        DROP_COLUMN,
        DROP_ROUTINE,
        DROP_SEQUENCE,
        DROP_TYPE,
        DROP_SCHEMA,
        ROLE,
        SCHEMA,
        TYPE,
        SEQUENCE,
        TABLE,
        COLUMN,
        ROUTINE,
        CONSTRAINT,
        INDEX,
        FOREIGN_KEY,
        VIEW,
        TRIGGER,
        COMMENT,
        OWNER,
        GRANT,
        DROP_ROLE,
        UNKNOWN
    }

    private final Map<Phase, Set<Statement>> phases = new EnumMap<>(Phase.class);

    /** A statement that two changes lead to is run once. */
    void add(Phase phase, Statement statement) {
        phases.computeIfAbsent(phase, p -> new LinkedHashSet<>()).add(statement);
    }

    void add(Phase phase, String text) {
        add(phase, new Statement(text, "", false));
    }

    void note(Phase phase, String text, String note) {
        add(phase, new Statement(text, note, false));
    }

    void destroy(Phase phase, String text, String note) {
        add(phase, new Statement(text, note, true));
    }

    void unknown(Object change) {
        add(Phase.UNKNOWN, new Statement("", "no statement is known for: " + change, false));
    }

    List<Statement> statements() {
        List<Statement> all = new ArrayList<>();
        phases.values().forEach(all::addAll);
        return List.copyOf(all);
    }
}
