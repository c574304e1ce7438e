package dev.plumbline.rule;

import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Kind;
import dev.plumbline.fact.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All facts of a run, indexed as expressions need them. Indexes are built when first asked for, once for all rules. */
final class World {

    private static final Pattern VERSION = Pattern.compile("(\\d+)(?:\\.(\\d+))?");

    private final Instant now;
    private final View project;
    private final List<View> targets;
    private final List<Node> targetNodes;
    private final Map<String, List<Node>> everywhere = new ConcurrentHashMap<>();

    World(Project project, Instant now) {
        this(project, now, MetaFacts.NONE);
    }

    /** @param meta facts about the checking itself, which stand beside those that were read */
    World(Project project, Instant now, MetaFacts meta) {
        this.now = now;
        List<View> views = new ArrayList<>();
        for (Project.Target target : project.targets()) {
            Map<String, List<Fact>> made = new HashMap<>(meta.of(target.name()));
            target.drift().ifPresent(drift -> made.put(FactModel.CHANGE, ChangeFacts.of(drift)));
            views.add(new View(
                    target.name(), target.name(), target.version(), target.snapshot(), made, target.sources()));
        }
        this.targets = List.copyOf(views);
        this.targetNodes = targets.stream().map(View::node).toList();
        this.project = new View(
                FactModel.PROJECT,
                project.name(),
                "",
                project.files(),
                meta.of(FactModel.PROJECT),
                project.fileSources());
    }

    Instant now() {
        return now;
    }

    View project() {
        return project;
    }

    List<View> targets() {
        return targets;
    }

    /** The project's files and then all targets. */
    List<View> views() {
        List<View> all = new ArrayList<>(List.of(project));
        all.addAll(targets);
        return all;
    }

    List<Node> targetNodes() {
        return targetNodes;
    }

    /** All facts of a kind, of all targets in order and then of the project's files. */
    List<Node> everywhere(String kind) {
        return everywhere.computeIfAbsent(kind, k -> {
            List<Node> nodes = new ArrayList<>();
            targets.forEach(t -> nodes.addAll(t.nodes(k)));
            nodes.addAll(project.nodes(k));
            return List.copyOf(nodes);
        });
    }

    /** One target, or the project's files. */
    final class View {

        private final String name;
        private final String title;
        private final String version;
        private final long major;
        private final long minor;
        private final Snapshot snapshot;
        private final Map<String, List<Fact>> made;
        private final Map<String, List<String>> sources;
        private final Node node;
        private final Map<String, Map<String, Coverage.Entry>> unread = new HashMap<>();
        private final Map<String, KindIndex> kinds = new ConcurrentHashMap<>();
        private final Map<String, IdentityHashMap<Node, List<Node>>> parts = new ConcurrentHashMap<>();
        private final Map<Object, Object> values = new ConcurrentHashMap<>();

        private View(
                String name,
                String title,
                String version,
                Snapshot snapshot,
                Map<String, List<Fact>> made,
                Map<String, List<String>> sources) {
            this.name = name;
            this.title = title;
            this.version = version;
            Matcher numbers = VERSION.matcher(version);
            boolean found = numbers.find();
            this.major = found ? Long.parseLong(numbers.group(1)) : 0;
            this.minor = found && numbers.group(2) != null ? Long.parseLong(numbers.group(2)) : 0;
            this.snapshot = snapshot;
            this.made = Map.copyOf(made);
            this.sources = sources;
            this.node = new Node(null, this);
            snapshot.coverage().kinds().forEach((path, entry) -> {
                int dot = path.indexOf('.');
                if (dot > 0 && entry.status() != Coverage.Status.READ) {
                    unread.computeIfAbsent(path.substring(0, dot), kind -> new HashMap<>())
                            .put(path.substring(dot + 1), entry);
                }
            });
        }

        /** What a piece of code found out once for all facts here; null if it did not ask before. */
        @Nullable
        Object known(Object asking) {
            return values.get(asking);
        }

        void keep(Object asking, Object value) {
            values.put(asking, value);
        }

        World world() {
            return World.this;
        }

        /** The target's name, or {@code project}. */
        String name() {
            return name;
        }

        /** The target's name, or that of the project. */
        String title() {
            return title;
        }

        String engine() {
            return snapshot.engine();
        }

        String version() {
            return version;
        }

        long major() {
            return major;
        }

        long minor() {
            return minor;
        }

        Snapshot snapshot() {
            return snapshot;
        }

        /** The target as a whole. */
        Node node() {
            return node;
        }

        List<String> sources(String kind) {
            return sources.getOrDefault(kind, List.of());
        }

        Coverage.Entry coverage(String kind) {
            if (made.containsKey(kind)) {
                return Coverage.Entry.READ;
            }
            return !kind.equals(FactModel.CHANGE) || snapshot.coverage().kinds().containsKey(kind)
                    ? snapshot.coverage().of(kind)
                    : new Coverage.Entry(Coverage.Status.NOT_ASKED, "there is no baseline to compare with");
        }

        /**
         * Does nothing unless the attribute, which has no value, could not be read.
         *
         * @throws EvalError.NotRead if so
         */
        void requireRead(Fact fact, String attribute) {
            Map<String, Coverage.Entry> ofKind = unread.get(fact.kind().name());
            Coverage.Entry entry = ofKind == null ? null : ofKind.get(attribute);
            if (entry != null) {
                throw new EvalError.NotRead(
                        "the " + attribute + " of " + fact.path() + " was not read: " + entry.reason());
            }
        }

        /** The facts of one kind, by path. */
        List<Node> nodes(String kind) {
            return index(kind).all();
        }

        /** The parts of a fact that are of one kind, in their order. */
        List<Node> parts(Node owner, String kind) {
            IdentityHashMap<Node, List<Node>> byOwner = parts.get(kind);
            if (byOwner == null) {
                byOwner = parts.computeIfAbsent(kind, this::group);
            }
            return byOwner.getOrDefault(owner, List.of());
        }

        private IdentityHashMap<Node, List<Node>> group(String kind) {
            IdentityHashMap<Node, List<Node>> byOwner = new IdentityHashMap<>();
            for (Node part : nodes(kind)) {
                Node owner = owner(part);
                if (owner != null) {
                    byOwner.computeIfAbsent(owner, o -> new ArrayList<>()).add(part);
                }
            }
            byOwner.replaceAll((owner, list) -> ordered(list));
            return byOwner;
        }

        private List<Node> ordered(List<Node> siblings) {
            Kind kind = siblings.get(0).fact().kind();
            kind.order()
                    .ifPresent(order -> siblings.sort(java.util.Comparator.comparingLong(
                            n -> n.fact().get(order.name()) instanceof Long rank ? rank : Long.MAX_VALUE)));
            return List.copyOf(siblings);
        }

        /** The fact that this one is a part of, if there is one. */
        @Nullable
        Node owner(Node part) {
            return snapshot.parent(part.fact())
                    .map(fact -> index(fact.kind().name()).byPath().get(fact.path()))
                    .orElse(null);
        }

        /** The fact at a path, if there is one. */
        @Nullable
        Node find(FactPath path) {
            return index(path.kind()).byPath().get(path);
        }

        /** The fact of a kind that a reference such as {@code schema.table} means, if there is one. */
        @Nullable
        Node findReference(String kind, String reference) {
            return index(kind).byReference().get(reference);
        }

        private KindIndex index(String kind) {
            KindIndex index = kinds.get(kind);
            return index != null ? index : kinds.computeIfAbsent(kind, this::build);
        }

        private KindIndex build(String kind) {
            List<Fact> facts = made.getOrDefault(kind, snapshot.facts(kind));
            List<Node> all = new ArrayList<>(facts.size());
            Map<FactPath, Node> byPath = new HashMap<>(facts.size() * 2);
            Map<String, Node> byReference = new HashMap<>(facts.size() * 2);
            for (Fact fact : facts) {
                Node made = new Node(fact, this);
                all.add(made);
                byPath.put(fact.path(), made);
                byReference.put(reference(fact.path()), made);
            }
            return new KindIndex(Collections.unmodifiableList(all), byPath, byReference);
        }

        /** As readers write references: names joined by dots, without the schema that the target's address names. */
        private static String reference(FactPath path) {
            List<String> names = path.names();
            return names.size() > 1 && names.get(0).isEmpty()
                    ? String.join(".", names.subList(1, names.size()))
                    : String.join(".", names);
        }
    }

    private record KindIndex(List<Node> all, Map<FactPath, Node> byPath, Map<String, Node> byReference) {}
}
