package dev.plumbline.source.django;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Attributes of a fact that is being made; what is null is left out. */
final class Attributes {

    private static final int MOST_REASONS = 6;

    private final Map<String, Object> values = new LinkedHashMap<>();

    Attributes at(PythonFile file, int line) {
        return put("file", file.name()).put("line", (long) line);
    }

    Attributes put(String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
        return this;
    }

    /** Says that the text does not decide the fact, unless there is no reason. */
    Attributes undecided(Collection<String> reasons) {
        if (!reasons.isEmpty()) {
            values.put("decided", false);
            reason(reasons);
        }
        return this;
    }

    Attributes reason(Collection<String> reasons) {
        if (!reasons.isEmpty()) {
            List<String> distinct = reasons.stream()
                    .flatMap(r -> Arrays.stream(r.split("; ", -1)))
                    .distinct()
                    .toList();
            String more = distinct.size() > MOST_REASONS ? "; and " + (distinct.size() - MOST_REASONS) + " more" : "";
            values.put("reason", distinct.stream().limit(MOST_REASONS).collect(Collectors.joining("; ")) + more);
        }
        return this;
    }

    Attributes environment(Collection<String> names) {
        return names.isEmpty() ? this : put("from_environment", String.join(", ", List.copyOf(names)));
    }

    Map<String, Object> map() {
        return values;
    }
}
