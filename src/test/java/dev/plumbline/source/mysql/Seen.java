package dev.plumbline.source.mysql;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.Differ;
import dev.plumbline.drift.Drift;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.Endpoint;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A schema at one moment, as we read it and as the server itself shows it.
 *
 * @param texts by object, see {@link ShowCreate}
 */
record Seen(Snapshot snapshot, Map<String, String> texts) {

    Seen {
        texts = new TreeMap<>(texts);
    }

    /** @param endpoint says whether what only {@code SHOW CREATE} shows is read, too */
    static Seen of(Endpoint endpoint, Connection oracle, String schema) throws SQLException {
        return new Seen(Servers.snapshot(endpoint), ShowCreate.of(oracle, schema));
    }

    /**
     * What differs, as we say and as the server says.
     *
     * @param ours objects of which we report a change
     * @param theirs objects whose text is another one
     * @param fault that the two are not the same; empty if they are
     */
    record Judgement(Drift drift, Set<String> ours, Set<String> theirs, String fault) {

        Judgement {
            ours = new TreeSet<>(ours);
            theirs = new TreeSet<>(theirs);
        }
    }

    /** Holds our diff against the server's texts. */
    Judgement judge(Seen after) {
        Drift drift = Differ.compare(snapshot, after.snapshot);
        Set<String> theirs = new TreeSet<>(texts.keySet());
        theirs.addAll(after.texts.keySet());
        theirs.removeIf(object -> texts.getOrDefault(object, "").equals(after.texts.getOrDefault(object, "")));
        theirs.removeIf(
                object -> object.startsWith("table ") && object.endsWith(ShowCreate.ORDER) && inOrder(object, after));
        Set<String> ours = new TreeSet<>();
        Set<String> gone = new TreeSet<>();
        Set<String> along = new TreeSet<>();
        for (Change change : drift.changes()) {
            if (change.path().kind().equals("view") && change.attribute().equals("valid")) {
                // Most servers show a view as it was made, also when what it selects from is gone.
                along.add(object(change.path(), after));
                continue;
            }
            ours.add(
                    change.path().kind().equals("column")
                                    && change.attribute().equals("position")
                                    && !object(change.path(), after).startsWith("view ")
                            ? "table " + change.path().names().get(1) + ShowCreate.ORDER
                            : object(change.path(), after));
            change.from().ifPresent(from -> ours.add(object(from, after)));
            if (Set.of("routine", "table", "view").contains(change.path().kind()) && change.parts() > 0) {
                Stream.of(snapshot, after.snapshot)
                        .flatMap(side -> side.find(change.path()).stream()
                                .flatMap(routine -> side.parts(routine, "grant").stream()))
                        .forEach(grant -> along.add(object(grant.path(), after)));
            }
            if (change.path().kind().equals("table") && change.attribute().isEmpty()) {
                gone.add(change.path().name());
                change.from().ifPresent(from -> gone.add(from.name()));
            }
        }
        Set<String> whole = whole(drift, after);
        List.of(ours, theirs, along).forEach(objects -> collapse(objects, whole));
        // A table takes its triggers with it, as parts of the one change.
        Set<String> triggers = triggers(after, gone);
        theirs.removeIf(object -> object.startsWith("trigger ") && triggers.contains(object.substring(8)));
        // A routine, a table or a view takes the privileges on it along, too.
        along.removeAll(ours);
        theirs.removeAll(along);
        String fault = "";
        if (!drift.uncompared().isEmpty()) {
            fault = "not compared " + drift.uncompared();
        } else if (!ours.equals(theirs)) {
            fault = "the server says " + theirs + " changed, the diff says " + drift.changes() + texts(theirs, after);
        }
        return new Judgement(drift, ours, theirs, fault);
    }

    /** What of a table decides how the server writes its columns and keys. */
    private static final Set<String> FAR_REACHING = Set.of("collation", "engine", "options");

    /**
     * Tables of which only the whole is compared: they came or went; a column or another table was renamed, which
     * servers then call by the new name wherever it stands, and we tell once; what it is made of was changed as a whole;
     * or two of its checks share a name.
     */
    private Set<String> whole(Drift drift, Seen after) {
        Set<String> whole = new TreeSet<>();
        boolean all = drift.changes().stream()
                .anyMatch(c -> c.from().isPresent() && c.path().kind().equals("table"));
        for (Seen side : List.of(this, after)) {
            side.snapshot.facts("table").stream()
                    .map(table -> table.name())
                    .filter(name ->
                            all || !texts.containsKey("table " + name) || !after.texts.containsKey("table " + name))
                    .forEach(whole::add);
        }
        for (Change change : drift.changes()) {
            List<String> names = change.path().names();
            boolean ofPart = names.size() > 2
                    && (change.from().isPresent() || names.get(2).contains("/"));
            boolean farReaching = change.path().kind().equals("table") && FAR_REACHING.contains(change.attribute());
            if (ofPart || farReaching) {
                whole.add(names.get(1));
            }
        }
        return whole;
    }

    private static void collapse(Set<String> objects, Set<String> whole) {
        for (String object : List.copyOf(objects)) {
            for (String name : whole) {
                if (object.startsWith("table " + name + " ")) {
                    objects.remove(object);
                    objects.add("table " + name);
                }
            }
        }
    }

    /** Whether the columns that are there on both sides stand in the same order. */
    private boolean inOrder(String object, Seen after) {
        List<String> left =
                new ArrayList<>(List.of(texts.getOrDefault(object, "").split("\0", -1)));
        List<String> right =
                new ArrayList<>(List.of(after.texts.getOrDefault(object, "").split("\0", -1)));
        left.retainAll(right);
        right.retainAll(left);
        return left.equals(right);
    }

    private String texts(Set<String> objects, Seen after) {
        return objects.stream()
                .map(o -> "\n" + texts.get(o) + "\n-> " + after.texts.get(o))
                .collect(Collectors.joining());
    }

    private Set<String> triggers(Seen after, Set<String> tables) {
        Set<String> names = new TreeSet<>();
        for (Snapshot side : List.of(snapshot, after.snapshot)) {
            side.facts("trigger").stream()
                    .filter(f -> tables.contains(f.path().names().get(1)))
                    .forEach(f -> names.add(f.name()));
        }
        return names;
    }

    /** The object for which the server has a text of its own. */
    private String object(FactPath path, Seen after) {
        List<String> names = path.names();
        return switch (path.kind()) {
            case "schema" -> "schema";
            case "role" -> "account " + names.get(0);
            case "grant" -> "account " + path.name();
            case "trigger", "view", "sequence", "event", "setting" -> path.kind() + " " + path.name();
            case "routine" -> "routine " + path.name().replaceFirst("/.*", "");
            default -> {
                FactPath view = FactPath.of("view", "", names.get(1));
                boolean isView = snapshot.find(view).isPresent()
                        || after.snapshot.find(view).isPresent();
                yield isView ? "view " + names.get(1) : "table " + names.get(1) + part(path, after);
            }
        };
    }

    private String part(FactPath path, Seen after) {
        String name = path.name();
        return switch (path.kind()) {
            case "column" -> " column " + name;
            case "index", "primary_key", "unique_constraint" -> " key " + name;
            case "foreign_key" -> " constraint " + name;
            // A period of MariaDB is a check, too.
            case "check_constraint" ->
                (Stream.of(snapshot, after.snapshot)
                                        .flatMap(side -> side.find(path).stream())
                                        .anyMatch(check ->
                                                check.text("level").orElse("").equals("column"))
                                ? Stream.of(" column ")
                                : Stream.of(" constraint ", " column "))
                        .map(place -> place + name)
                        .filter(place -> Stream.of(texts, after.texts)
                                .anyMatch(side ->
                                        side.containsKey("table " + path.names().get(1) + place)))
                        .findFirst()
                        .orElse("");
            default -> "";
        };
    }
}
