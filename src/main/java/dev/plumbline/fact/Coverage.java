package dev.plumbline.fact;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was read, by kind, and what was not, with the reason. A kind that does not stand here was not asked for. Where
 * only an attribute of some facts is not known, these facts have no value of it, and {@code kind.attribute} says why.
 * Checking nothing is not passing: whoever judges facts of a kind looks here first.
 */
public record Coverage(SortedMap<String, Entry> kinds) {

    public static final Coverage NONE = new Coverage(new TreeMap<>());

    public Coverage {
        kinds = Collections.unmodifiableSortedMap(new TreeMap<>(kinds));
    }

    public static Coverage of(Map<String, Entry> kinds) {
        return new Coverage(new TreeMap<>(kinds));
    }

    public Entry of(String kind) {
        return kinds.getOrDefault(kind, new Entry(Status.NOT_ASKED, "the configuration names nothing that holds it"));
    }

    /** Whether every fact of the kind that exists is in the snapshot. */
    public boolean complete(String kind) {
        return of(kind).status() == Status.READ;
    }

    /** How a kind was read. */
    public enum Status {
        /** All there is. */
        READ,
        /** Some facts, or some of their attributes, could not be seen. */
        PARTIAL,
        /** The account may not see it. */
        DENIED,
        /** A time-out, a lock or a broken connection came between. */
        FAILED,
        /** This server or version has no such thing. */
        UNSUPPORTED,
        /** Left out on purpose: it would say nothing of what is audited. */
        EXCLUDED,
        /** Nobody looked. */
        NOT_ASKED
    }

    /** @param reason for people; empty when all was read */
    public record Entry(Status status, String reason) {
        public static final Entry READ = new Entry(Status.READ, "");
    }
}
