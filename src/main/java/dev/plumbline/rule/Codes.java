package dev.plumbline.rule;

import dev.cel.common.CelErrorCode;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Code that reads variables and fields. */
final class Codes {

    private Codes() {}

    static final class Local extends Code {
        private final int slot;

        Local(int slot) {
            this.slot = slot;
        }

        @Override
        Object eval(Frame frame) {
            return frame.local(slot);
        }
    }

    static final class Subject extends Code {
        @Override
        Object eval(Frame frame) {
            return frame.subject();
        }
    }

    static final class Target extends Code {
        @Override
        Object eval(Frame frame) {
            return frame.view().node();
        }
    }

    static final class ProjectNode extends Code {
        @Override
        Object eval(Frame frame) {
            return frame.view().world().project().node();
        }
    }

    static final class ListOf extends Code {
        private final Code[] items;

        ListOf(Code[] items) {
            this.items = items;
        }

        @Override
        Object eval(Frame frame) {
            List<Object> list = new ArrayList<>(items.length);
            for (Code item : items) {
                list.add(item.eval(frame));
            }
            return Collections.unmodifiableList(list);
        }
    }

    static final class Entry extends Code {
        private final Code map;
        private final String key;

        Entry(Code map, String key) {
            this.map = map;
            this.key = key;
        }

        @Override
        Object eval(Frame frame) {
            return CelValues.entry((Map<?, ?>) map.eval(frame), key);
        }
    }

    static final class HasEntry extends Code.Test {
        private final Code map;
        private final String key;

        HasEntry(Code map, String key) {
            this.map = map;
            this.key = key;
        }

        @Override
        boolean test(Frame frame) {
            return ((Map<?, ?>) map.eval(frame)).containsKey(key);
        }
    }

    /** Code for {@code of.field}, or for {@code has(of.field)}. */
    static Code field(Code of, FactField field, boolean has, Kind.Type type) {
        return switch (field.access()) {
            case ATTRIBUTE -> has ? new HasAttribute(of, field.name()) : new Attribute(of, field.name(), type);
            case OWNER -> has ? new HasOwner(of, field.kind()) : new Field(of, field);
            case PARTS -> has ? new NotEmpty(new Parts(of, field.kind())) : new Parts(of, field.kind());
            case ALL, TARGETS -> has ? new NotEmpty(new Field(of, field)) : new Field(of, field);
            case PATH_NAME, OF_KIND, OF_PATH, PATH, NAME, TARGET_NAME, ENGINE, VERSION, MAJOR, MINOR ->
                has ? new Present(of) : field.access() == FactField.Access.NAME ? new Name(of) : new Field(of, field);
        };
    }

    private static Node node(Code of, Frame frame) {
        return (Node) of.eval(frame);
    }

    /** Where an attribute stands in facts of the kind that was last seen; most often all are of one. */
    private record Slot(Kind kind, int index) {}

    abstract static class AttributeCode extends Code {
        private final Code of;
        private final String name;
        private @Nullable Slot slot;

        AttributeCode(Code of, String name) {
            this.of = of;
            this.name = name;
        }

        @Nullable
        Object value(Frame frame) {
            Node node = node(of, frame);
            Fact fact = node.fact();
            Slot known = slot;
            if (known == null || known.kind() != fact.kind()) {
                OptionalInt index = fact.kind().slot(name);
                known = new Slot(fact.kind(), index.orElse(-1));
                slot = known;
            }
            Object value = known.index() < 0 ? null : fact.at(known.index());
            if (value == null) {
                node.view().requireRead(fact, name);
            }
            return value;
        }
    }

    /** An attribute without a value reads as the empty value of its type, so that conditions need no guards. */
    static final class Attribute extends AttributeCode {
        private final Object empty;

        Attribute(Code of, String name, Kind.Type type) {
            super(of, name);
            this.empty = empty(type);
        }

        static Object empty(Kind.Type type) {
            return switch (type) {
                case TEXT -> "";
                case BOOL -> false;
                case INT -> 0L;
                case LIST -> List.of();
                case MAP -> Map.of();
            };
        }

        @Override
        Object eval(Frame frame) {
            Object value = value(frame);
            return value == null ? empty : value;
        }
    }

    static final class HasAttribute extends AttributeCode {
        HasAttribute(Code of, String name) {
            super(of, name);
        }

        @Override
        Object eval(Frame frame) {
            return test(frame);
        }

        @Override
        boolean test(Frame frame) {
            return value(frame) != null;
        }
    }

    static final class HasOwner extends Code.Test {
        private final Code of;
        private final String kind;

        HasOwner(Code of, String kind) {
            this.of = of;
            this.kind = kind;
        }

        @Override
        boolean test(Frame frame) {
            Node part = node(of, frame);
            Node owner = part.view().owner(part);
            return owner != null && owner.fact().kind().name().equals(kind);
        }
    }

    static final class NotEmpty extends Code.Test {
        private final Code list;

        NotEmpty(Code list) {
            this.list = list;
        }

        @Override
        boolean test(Frame frame) {
            return !((List<?>) list.eval(frame)).isEmpty();
        }
    }

    static final class Present extends Code.Test {
        private final Code of;

        Present(Code of) {
            this.of = of;
        }

        @Override
        boolean test(Frame frame) {
            node(of, frame);
            return true;
        }
    }

    static final class Name extends Code {
        private final Code of;

        Name(Code of) {
            this.of = of;
        }

        @Override
        Object eval(Frame frame) {
            return node(of, frame).fact().name();
        }
    }

    static final class Parts extends Code {
        private final Code of;
        private final String kind;

        Parts(Code of, String kind) {
            this.of = of;
            this.kind = kind;
        }

        @Override
        Object eval(Frame frame) {
            return node(of, frame).parts(kind);
        }
    }

    static final class Field extends Code {
        private final Code of;
        private final FactField field;

        Field(Code of, FactField field) {
            this.of = of;
            this.field = field;
        }

        @Override
        Object eval(Frame frame) {
            return read(node(of, frame), field);
        }
    }

    /** The value of a field that is no attribute. */
    static Object read(Node node, FactField field) {
        World.View view = node.view();
        return switch (field.access()) {
            case PATH_NAME -> node.fact().path().names().get(field.index());
            case OF_KIND -> node.fact().path().names().get(0);
            case OF_PATH -> ofPath(node.fact().path().names());
            case PATH -> node.path();
            case NAME -> node.fact().name();
            case TARGET_NAME -> node.factOrNull() == null ? view.title() : view.name();
            case ENGINE -> view.engine();
            case VERSION -> view.version();
            case MAJOR -> view.major();
            case MINOR -> view.minor();
            case PARTS -> node.parts(field.kind());
            case OWNER -> owner(node, field.kind());
            case ALL ->
                view == view.world().project() ? view.world().everywhere(field.kind()) : view.nodes(field.kind());
            case TARGETS -> view.world().targetNodes();
            case ATTRIBUTE -> throw new IllegalStateException(field.name() + " is an attribute");
        };
    }

    private static String ofPath(List<String> names) {
        return names.size() < 3 ? "" : new FactPath(names.get(0), names.subList(1, names.size() - 1)).toString();
    }

    private static Node owner(Node part, String kind) {
        Node owner = part.view().owner(part);
        if (owner == null || !owner.fact().kind().name().equals(kind)) {
            throw new EvalError(
                    CelErrorCode.ATTRIBUTE_NOT_FOUND, part.path() + " is not part of a " + kind + " that was read");
        }
        return owner;
    }

    /**
     * What is the same for every fact of a target, and costs a loop to find out: evaluated when the first fact asks.
     * Without it a rule that looks for twins would loop over all tables for each table.
     */
    static final class Once extends Code {
        private final Code code;

        Once(Code code) {
            this.code = code;
        }

        @Override
        Object eval(Frame frame) {
            // Not computeIfAbsent: the evaluation may itself ask for such a value.
            Object known = frame.view().known(this);
            if (known != null) {
                return known;
            }
            Object value = code.eval(frame);
            frame.view().keep(this, value);
            return value;
        }
    }
}
