package dev.plumbline.fact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A kind of fact: what its path is made of and which attributes it has.
 *
 * <p>Kinds are declared in the headers of the query files (see {@code dev.plumbline.source.QueryFile}), never in
 * code, so that a new kind of object is one new file.
 */
public final class Kind {

    /** The parent of a fact that may hang on any other: its path starts with the kind of that other fact. */
    public static final String ANY_PARENT = "*";

    private final String name;
    private final String plural;
    private final String about;
    private final List<String> parents;
    private final List<String> pathNames;
    private final Impacts impacts;
    private final List<Attribute> attributes;
    private final Map<String, Integer> slots;
    private final boolean anyParent;
    private final int orderSlot;

    /**
     * @param name for instance {@code column}
     * @param plural the name of the list of such facts in their parent, for instance {@code columns}
     * @param about one sentence for the reference pages
     * @param parents kinds a fact of this kind may be a part of, or {@link #ANY_PARENT} alone; empty for the top
     * @param pathNames names of the parts of the path, outermost first
     * @param impacts what it means when a fact of this kind comes or goes
     * @param attributes in the order in which they are written
     */
    public Kind(
            String name,
            String plural,
            String about,
            List<String> parents,
            List<String> pathNames,
            Impacts impacts,
            List<Attribute> attributes) {
        this.name = name;
        this.plural = plural;
        this.about = about;
        this.parents = List.copyOf(parents);
        this.pathNames = List.copyOf(pathNames);
        this.impacts = impacts;
        this.attributes = List.copyOf(attributes);
        this.slots = new HashMap<>();
        // What is asked for each of a million facts.
        this.anyParent = this.parents.contains(ANY_PARENT);
        int ranked = -1;
        for (Attribute attribute : this.attributes) {
            ranked = ranked < 0 && attribute.role() == Role.ORDER ? slots.size() : ranked;
            if (slots.put(attribute.name(), slots.size()) != null) {
                throw new IllegalArgumentException(name + " declares " + attribute.name() + " twice");
            }
        }
        this.orderSlot = ranked;
    }

    public String name() {
        return name;
    }

    public String plural() {
        return plural;
    }

    public String about() {
        return about;
    }

    public List<String> parents() {
        return parents;
    }

    public boolean anyParent() {
        return anyParent;
    }

    public List<String> pathNames() {
        return pathNames;
    }

    public Impacts impacts() {
        return impacts;
    }

    public List<Attribute> attributes() {
        return attributes;
    }

    /** Where the attribute's value stands in a fact's values, if the kind has it. */
    public OptionalInt slot(String attribute) {
        Integer slot = slots.get(attribute);
        return slot == null ? OptionalInt.empty() : OptionalInt.of(slot);
    }

    public Optional<Attribute> attribute(String attribute) {
        Integer slot = slots.get(attribute);
        return slot == null ? Optional.empty() : Optional.of(attributes.get(slot));
    }

    /** The attribute that holds the order among siblings, if order means something for this kind. */
    public Optional<Attribute> order() {
        return orderSlot < 0 ? Optional.empty() : Optional.of(attributes.get(orderSlot));
    }

    /** Where its value stands in a fact's values, or -1. */
    int orderSlot() {
        return orderSlot;
    }

    @Override
    public String toString() {
        return name;
    }

    /** What a value is. Lists and maps hold text. */
    public enum Type {
        TEXT,
        BOOL,
        INT,
        LIST,
        MAP
    }

    /** What a difference in an attribute means. */
    public enum Role {
        /** What the object is. */
        DEFINITION,
        /** Who may do what, and who owns it. */
        PRIVILEGE,
        /** Whether it works now: valid, enabled, visible, populated. */
        STATE,
        /** What the server changes by itself or an operator tunes: counters, storage. */
        OPERATIONAL,
        /** What only people read: comments. */
        COSMETIC,
        /** The rank among siblings; 1-based, dense. */
        ORDER,
        /** A server's own name for the object; finds renames, is never written nor compared. */
        IDENTITY,
        /** What is derived from other facts; rules may use it, it is never compared. */
        CONTEXT
    }

    /** What a change does to those who use the database. */
    public enum Impact {
        BREAKING,
        ADDITIVE,
        PRIVILEGE,
        STATE,
        OPERATIONAL,
        COSMETIC
    }

    /** What it means when a fact is missing or unexpected. */
    public record Impacts(Impact missing, Impact unexpected) {

        /** Losing an object breaks its users; gaining one does not. */
        public static final Impacts DEFAULT = new Impacts(Impact.BREAKING, Impact.ADDITIVE);
    }

    /**
     * @param otherwise the value that is not written because it is the usual one; null if there is none
     */
    public record Attribute(
            String name, Type type, Role role, @Nullable Object otherwise, String about) {

        /** Whether two snapshots that differ here differ at all. */
        public boolean compared() {
            return role != Role.IDENTITY && role != Role.CONTEXT && role != Role.ORDER;
        }

        /** Whether the canonical text holds it. The order is held by the order of lines. */
        public boolean written() {
            return role != Role.IDENTITY && role != Role.ORDER;
        }

        /** What it means when this attribute differs. */
        public Impact impact() {
            return switch (role) {
                case DEFINITION -> Impact.BREAKING;
                case PRIVILEGE -> Impact.PRIVILEGE;
                case STATE -> Impact.STATE;
                case OPERATIONAL -> Impact.OPERATIONAL;
                case COSMETIC, ORDER, IDENTITY, CONTEXT -> Impact.COSMETIC;
            };
        }
    }
}
