package dev.plumbline.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Loops over lists, and over the keys of maps. Every step counts against the budget of the evaluation. */
final class Loops {

    private Loops() {}

    /** All lists here are made for access by index, which costs no iterator. */
    static List<?> items(Code range, Frame frame) {
        Object value = range.eval(frame);
        return value instanceof Map<?, ?> map ? List.copyOf(map.keySet()) : (List<?>) value;
    }

    /** Whether a condition holds for all items; an error counts only if it fails for none. */
    static final class All extends Code.Test {
        private final Code range;
        private final int item;
        private final Code condition;

        All(Code range, int item, Code condition) {
            this.range = range;
            this.item = item;
            this.condition = condition;
        }

        @Override
        boolean test(Frame frame) {
            @Nullable EvalError first = null;
            List<?> items = items(range, frame);
            for (int i = 0; i < items.size(); i++) {
                frame.step();
                frame.set(item, items.get(i));
                try {
                    if (!condition.test(frame)) {
                        return false;
                    }
                } catch (EvalError e) {
                    first = first == null ? e : first;
                }
            }
            if (first != null) {
                throw first;
            }
            return true;
        }
    }

    /** Whether a condition holds for some item; an error counts only if it holds for none. */
    static final class Exists extends Code.Test {
        private final Code range;
        private final int item;
        private final Code condition;

        Exists(Code range, int item, Code condition) {
            this.range = range;
            this.item = item;
            this.condition = condition;
        }

        @Override
        boolean test(Frame frame) {
            return exists(items(range, frame), item, condition, frame);
        }
    }

    static boolean exists(List<?> items, int item, Code condition, Frame frame) {
        @Nullable EvalError first = null;
        for (int i = 0; i < items.size(); i++) {
            frame.step();
            frame.set(item, items.get(i));
            try {
                if (condition.test(frame)) {
                    return true;
                }
            } catch (EvalError e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
        return false;
    }

    /** {@code filter} and {@code map}. */
    static final class Collect extends Code {
        private final Code range;
        private final int item;
        private final Code condition;
        private final Code value;

        Collect(Code range, int item, Code condition, Code value) {
            this.range = range;
            this.item = item;
            this.condition = condition;
            this.value = value;
        }

        @Override
        Object eval(Frame frame) {
            return collect(items(range, frame), item, condition, value, frame);
        }
    }

    static List<Object> collect(List<?> items, int item, Code condition, Code value, Frame frame) {
        List<Object> list = new ArrayList<>();
        for (Object each : items) {
            frame.step();
            frame.set(item, each);
            if (condition.test(frame)) {
                list.add(value.eval(frame));
            }
        }
        return Collections.unmodifiableList(list);
    }

    /** Any other loop. */
    static final class Fold extends Code {
        private final Code range;
        private final Code start;
        private final Code condition;
        private final Code step;
        private final Code result;
        private final int item;
        private final int accumulator;

        Fold(Code range, Code start, Code condition, Code step, Code result, int item, int accumulator) {
            this.range = range;
            this.start = start;
            this.condition = condition;
            this.step = step;
            this.result = result;
            this.item = item;
            this.accumulator = accumulator;
        }

        @Override
        Object eval(Frame frame) {
            List<?> items = items(range, frame);
            frame.set(accumulator, start.eval(frame));
            for (Object value : items) {
                frame.step();
                frame.set(item, value);
                if (!condition.test(frame)) {
                    break;
                }
                frame.set(accumulator, step.eval(frame));
            }
            return result.eval(frame);
        }
    }
}
