package dev.plumbline.source.mysql;

import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.Coverage.Status;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.Kind;
import dev.plumbline.source.Catalog;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.QueryFile;
import dev.plumbline.source.Shown;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Asks {@code SHOW CREATE} of the few objects that have attributes which no table of the catalogue holds, as the query
 * files with a line {@code show} say. Each object is asked once, whatever is wanted of it; one that is locked, hidden
 * or broken leaves its own attributes unknown and the others known.
 */
final class ShownObjects {

    /** Locked tables that are waited for; where there are more, waiting is all that would be done. */
    private static final int MOST_LOCKED = 3;

    /** A catalogue of more would take longer than the server's users should notice. */
    private static final int MOST_OBJECTS = 10_000;

    private static final String OBJECT = "${object}";

    /** It may hold an account and its password. */
    private static final String ADDRESS = "connection";

    private final Session session;
    private final Scope scope;
    private final long budgetNanos;
    private final Map<String, Gap> gaps = new TreeMap<>();
    private int locked;

    /** @param budgetMillis that all objects may take together */
    ShownObjects(Session session, Scope scope, int budgetMillis) {
        this.session = session;
        this.scope = scope;
        this.budgetNanos = budgetMillis * 1_000_000L;
    }

    /** A fact that asks, by its index. */
    private record Ask(QueryFile file, Shown shown, int fact) {}

    /** What is not known of an attribute of some facts, and why of the first of them. */
    private record Gap(int facts, String first, String reason) {

        @Override
        public String toString() {
            return "not known of " + (facts > 1 ? facts + " objects, the first of them " : "") + first + ": " + reason;
        }
    }

    /** Completes the facts. */
    void read(Catalog catalog, List<Fact> facts, Map<String, Coverage.Entry> coverage) throws SQLException {
        long end = System.nanoTime() + budgetNanos;
        int asked = 0;
        for (Map.Entry<String, List<Ask>> one : statements(catalog, facts).entrySet()) {
            QueryFile file = one.getValue().get(0).file();
            String refusal = "";
            if (locked >= MOST_LOCKED) {
                refusal = "too many objects are locked by other sessions";
            } else if (asked++ >= MOST_OBJECTS || System.nanoTime() - end > 0) {
                refusal = "the server needed longer than the time-out";
            }
            Optional<ShownText> text = Optional.empty();
            if (refusal.isEmpty()) {
                try {
                    text = session.shown(file.name(), one.getKey()).flatMap(ShownText::of);
                    refusal = text.isEmpty() ? "what the server shows is not understood" : "";
                } catch (SQLException e) {
                    refusal = reason(file, e);
                }
            }
            for (Ask ask : one.getValue()) {
                if (text.isPresent()) {
                    facts.set(ask.fact(), complete(facts.get(ask.fact()), ask.shown(), text.get()));
                } else {
                    facts.set(ask.fact(), unknown(facts.get(ask.fact()), ask.shown(), refusal));
                }
            }
        }
        gaps.forEach((attribute, gap) -> coverage.put(attribute, new Coverage.Entry(Status.PARTIAL, gap.toString())));
    }

    private Map<String, List<Ask>> statements(Catalog catalog, List<Fact> facts) {
        Map<String, List<Ask>> statements = new LinkedHashMap<>();
        for (QueryFile file : catalog.files()) {
            Shown shown = file.serves(session.version()) ? file.shown().orElse(null) : null;
            if (shown == null) {
                continue;
            }
            String template = file.text(session.version());
            for (int i = 0; i < facts.size(); i++) {
                Fact fact = facts.get(i);
                if (Facts.is(fact, file.kindName()) && shown.asks(fact)) {
                    List<String> table = Facts.table(fact);
                    String object = scope.identifier(table.get(0), table.get(1));
                    statements
                            .computeIfAbsent(template.replace(OBJECT, object), s -> new ArrayList<>())
                            .add(new Ask(file, shown, i));
                }
            }
        }
        return statements;
    }

    private static Fact complete(Fact fact, Shown shown, ShownText text) {
        ShownText part = shown.part()
                .map(pattern -> text.part(pattern, fact.name()).orElse(new ShownText("", List.of())))
                .orElse(text);
        Map<String, @Nullable Object> values = new TreeMap<>();
        shown.found().forEach((name, found) -> {
            Kind.Attribute attribute = fact.kind().attribute(name).orElseThrow();
            if (!found.ifMissing() || fact.get(name) == null) {
                part.find(found.pattern(), attribute.type())
                        .ifPresent(value -> values.put(name, redacted(name, value)));
            }
        });
        return values.isEmpty() ? fact : Facts.with(fact, values);
    }

    private static Object redacted(String attribute, Object value) {
        return attribute.equals(ADDRESS) ? Endpoint.redact(String.valueOf(value)) : value;
    }

    /** What is not known has no value; the usual one would be a claim. */
    private Fact unknown(Fact fact, Shown shown, String reason) {
        Map<String, @Nullable Object> none = new TreeMap<>();
        shown.found().forEach((name, found) -> {
            if (!found.ifMissing()) {
                none.put(name, null);
                gaps.merge(
                        fact.kind().name() + "." + name,
                        new Gap(1, fact.path().toString(), reason),
                        (known, more) -> new Gap(known.facts() + 1, known.first(), known.reason()));
            }
        });
        return Facts.with(fact, none);
    }

    private String reason(QueryFile file, SQLException error) throws SQLException {
        if (session.isLost(error)) {
            throw error;
        }
        return switch (error.getErrorCode()) {
            case 1044, 1045, 1142, 1143, 1227, 1370 -> file.denied().orElse("the account lacks a privilege");
            case 1205 -> {
                locked++;
                session.stopWaiting();
                yield "it is locked by another session";
            }
            case 1969, 3024, 1317 -> "the server needed longer than the time-out";
            default -> "the server refused the statement: " + Session.reason(error);
        };
    }
}
