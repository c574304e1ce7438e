package dev.plumbline.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a loop looks for when only items count that equal something: {@code target.columns.filter(c, c.column ==
 * column.column && c.type != 'text')}. The items are put into groups by what they are compared with, once for a target,
 * so that a rule that looks for the like of each table asks ten thousand tables once, not ten thousand times. What is
 * found, and the error where there is one, is what the whole loop would find.
 */
final class Join {

    private final Code range;
    private final int item;
    private final Code own;
    private final List<Code> keys;
    private final List<Code> wanted;

    /**
     * @param range the same for every fact of a target
     * @param item the slot of the loop's variable
     * @param own the part of the condition that depends on the item alone
     * @param keys what items are compared with; each depends on the item alone
     * @param wanted what the keys have to equal, in their order; none depends on the item
     */
    Join(Code range, int item, Code own, List<Code> keys, List<Code> wanted) {
        this.range = range;
        this.item = item;
        this.own = own;
        this.keys = List.copyOf(keys);
        this.wanted = List.copyOf(wanted);
    }

    /** Items of which only the rest of the condition is still to be asked, in order; null if all have to be asked all. */
    private @Nullable List<?> items(Frame frame) {
        Index index = (Index) frame.view().known(this);
        if (index == null) {
            index = index(frame);
            frame.view().keep(this, index);
        }
        if (index.groups() == null) {
            return null;
        }
        List<Object> key = key(wanted, frame);
        return key == null ? null : index.groups().getOrDefault(key, List.of());
    }

    private Index index(Frame frame) {
        Map<List<Object>, List<Object>> groups = new HashMap<>();
        try {
            for (Object each : Loops.items(range, frame)) {
                frame.set(item, each);
                if (own.test(frame)) {
                    List<Object> key = key(keys, frame);
                    if (key == null) {
                        return new Index(null);
                    }
                    groups.computeIfAbsent(key, k -> new ArrayList<>()).add(each);
                }
            }
        } catch (EvalError e) {
            // Whether this error counts depends on the rest of the condition.
            return new Index(null);
        }
        groups.replaceAll((key, group) -> Collections.unmodifiableList(group));
        return new Index(groups);
    }

    /** The values; null if one is an error, or of a type whose equality in CEL is not that of Java. */
    private static @Nullable List<Object> key(List<Code> codes, Frame frame) {
        List<Object> key = new ArrayList<>(codes.size());
        try {
            for (Code code : codes) {
                key.add(code.eval(frame));
            }
        } catch (EvalError e) {
            return null;
        }
        return key.stream().allMatch(Join::isPlain) ? key : null;
    }

    private static boolean isPlain(Object value) {
        return value instanceof String
                || value instanceof Boolean
                || value instanceof Long
                || (value instanceof List<?> list && list.stream().allMatch(Join::isPlain));
    }

    /** @param groups items by their keys, in order; null if keys do not tell */
    private record Index(@Nullable Map<List<Object>, List<Object>> groups) {}

    /** {@code exists}. */
    static final class Exists extends Code.Test {
        private final Join join;
        private final Code rest;
        private final Code whole;

        /**
         * @param rest what is left of the condition
         * @param whole the loop as it was written
         */
        Exists(Join join, Code rest, Code whole) {
            this.join = join;
            this.rest = rest;
            this.whole = whole;
        }

        @Override
        boolean test(Frame frame) {
            List<?> items = join.items(frame);
            return items == null ? whole.test(frame) : Loops.exists(items, join.item, rest, frame);
        }
    }

    /** {@code filter}. */
    static final class Filter extends Code {
        private final Join join;
        private final Code rest;
        private final Code whole;

        /**
         * @param rest what is left of the condition
         * @param whole the loop as it was written
         */
        Filter(Join join, Code rest, Code whole) {
            this.join = join;
            this.rest = rest;
            this.whole = whole;
        }

        @Override
        Object eval(Frame frame) {
            List<?> items = join.items(frame);
            if (items == null) {
                return whole.eval(frame);
            }
            return rest.isConstant() ? items : Loops.collect(items, join.item, rest, new Codes.Local(join.item), frame);
        }
    }
}
