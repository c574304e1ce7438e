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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks {@code SHOW CREATE} of the few objects that have attributes which no table of the catalogue holds, as the query
 * files with a line {@code show} say; where it was asked for, of every table and view. Each object is asked once,
 * whatever is wanted of it; one that is locked, hidden or broken leaves its own attributes unknown and the others known.
 */
final class ShownObjects {

    /** Locked tables that are waited for; where there are more, waiting is all that would be done. */
    private static final int MOST_LOCKED = 3;

    /** A catalogue of more would take longer than the server's users should notice. */
    private static final int MOST_OBJECTS = 10_000;

    /** What somebody asked for may take longer, so that ten thousand tables are read on a slow server too. */
    private static final int ASKED_FOR = 10;

    /** What a query file needs is read before what was only asked for, in case not all can be. */
    private static final Comparator<QueryFile> NEEDED_FIRST = Comparator.comparing(QueryFile::onlyIfAsked);

    private static final Coverage.Entry NOT_ASKED_FOR = new Coverage.Entry(
            Status.EXCLUDED,
            "only SHOW CREATE shows it, which 'show_create: true' or --show-create asks of each table and view");

    private static final String OBJECT = "${object}";

    /** It may hold an account and its password. */
    private static final String ADDRESS = "connection";

    private final Session session;
    private final Scope scope;
    private final boolean all;
    private final int most;
    private final long budgetNanos;
    private final Map<String, Gap> gaps = new TreeMap<>();
    private int locked;

    /**
     * @param limits all objects may take as long together as one statement, or ten if all are to be read
     * @param all whether files are read, too, that are only sent if somebody asks for them
     */
    ShownObjects(Session session, Scope scope, Endpoint.Limits limits, boolean all) {
        this.session = session;
        this.scope = scope;
        this.all = all;
        this.most = MOST_OBJECTS * (all ? ASKED_FOR : 1);
        this.budgetNanos = limits.statementMillis() * 1_000_000L * (all ? ASKED_FOR : 1);
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
            } else if (asked++ >= most) {
                refusal = "there are more than " + most + " objects";
            } else if (System.nanoTime() - end > 0) {
                refusal = "the server needed longer than the time-out";
            }
            Optional<ShownText> text = Optional.empty();
            if (refusal.isEmpty()) {
                try {
                    // Ten thousand lines of a report would say no more than their number does.
                    String told = all ? file.text(session.version()) : one.getKey();
                    text = session.shown(file.name(), one.getKey(), told).flatMap(ShownText::of);
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
        claim(catalog, coverage);
        gaps.forEach((attribute, gap) -> coverage.put(attribute, new Coverage.Entry(Status.PARTIAL, gap.toString())));
    }

    /** Says of what is only read where somebody asks for it whether somebody did: a baseline must tell. */
    private void claim(Catalog catalog, Map<String, Coverage.Entry> coverage) {
        for (QueryFile file : catalog.files()) {
            if (file.onlyIfAsked()) {
                boolean serves = file.serves(session.version());
                for (String name : file.shown().orElseThrow().found().keySet()) {
                    String attribute = file.kindName() + "." + name;
                    if (serves) {
                        coverage.put(attribute, all ? Coverage.Entry.READ : NOT_ASKED_FOR);
                    } else if (all) {
                        coverage.putIfAbsent(
                                attribute,
                                new Coverage.Entry(
                                        Status.UNSUPPORTED,
                                        "needs " + file.server().orElse("another server")));
                    }
                }
            }
        }
    }

    private Map<String, List<Ask>> statements(Catalog catalog, List<Fact> facts) {
        Map<String, List<Ask>> statements = new LinkedHashMap<>();
        List<QueryFile> files = catalog.files().stream()
                .filter(file -> file.serves(session.version()) && (all || !file.onlyIfAsked()))
                .sorted(NEEDED_FIRST)
                .toList();
        Set<List<String>> views = Facts.of(facts, "view").map(Facts::table).collect(Collectors.toSet());
        for (QueryFile file : files) {
            Shown shown = file.shown().orElse(null);
            if (shown == null) {
                continue;
            }
            String template = file.text(session.version());
            for (int i = 0; i < facts.size(); i++) {
                Fact fact = facts.get(i);
                if (!Facts.is(fact, file.kindName()) || !shown.asks(fact)) {
                    continue;
                }
                // Columns are of both.
                List<String> table = Facts.table(fact);
                if (shown.object().equals("view") == views.contains(table)) {
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
            boolean known = fact.get("options") instanceof Map<?, ?> options && options.containsKey(name);
            if (!known && (!found.ifMissing() || fact.get(name) == null)) {
                part.find(found.pattern(), attribute.type()).ifPresent(value -> values.put(name, normal(name, value)));
            }
        });
        return values.isEmpty() ? fact : Facts.with(fact, values);
    }

    private static Object normal(String attribute, Object value) {
        if (attribute.endsWith("directory")) {
            return String.valueOf(value).replaceFirst("(?<=.)/$", "");
        }
        if (attribute.equals("subpartition_options") && value instanceof Map<?, ?> options) {
            Map<String, String> slashless = new TreeMap<>();
            options.forEach((name, text) ->
                    slashless.put(String.valueOf(name), String.valueOf(text).replaceAll("(?<=[^' ])/'(?= |$)", "'")));
            return slashless;
        }
        if (attribute.equals("default") && value instanceof String text && !text.startsWith("(")) {
            return "'" + text + "'";
        }
        if (attribute.equals("definition")) {
            return ExpressionText.withoutIntroducers(String.valueOf(value));
        }
        return attribute.endsWith(ADDRESS) ? Endpoint.redact(String.valueOf(value)) : value;
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
