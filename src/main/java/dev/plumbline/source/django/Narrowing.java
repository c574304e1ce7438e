package dev.plumbline.source.django;

import dev.plumbline.source.django.Value.Call;
import dev.plumbline.source.django.Value.Constant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether an altered field can still hold what it held before, as far as the two definitions say. */
final class Narrowing {

    private Narrowing() {}

    /** @param where the table and column, for people */
    static void read(Operation operation, Call before, Call after, String where) {
        if (ModelFacts.truth(before, "null", false) && !ModelFacts.truth(after, "null", false)) {
            operation.endangers.add("makes " + where + " NOT NULL");
            operation.notNullWithoutDefault = !after.named().containsKey("default");
        }
        for (String limit : List.of("max_length", "max_digits", "decimal_places")) {
            Long old = number(before.named().get(limit));
            Long now = number(after.named().get(limit));
            if (old != null && now != null && now < old) {
                operation.destroys.add("narrows " + where + " from " + limit + " " + old + " to " + now);
            }
        }
        if (!before.simpleName().equals(after.simpleName())) {
            String change = where + " from " + before.simpleName() + " to " + after.simpleName();
            if (widens(before.simpleName(), after.simpleName())) {
                operation.endangers.add("changes the type of " + change);
            } else {
                operation.destroys.add("narrows " + change);
            }
        }
    }

    private static boolean widens(String before, String after) {
        List<String> numbers = List.of(
                "SmallIntegerField",
                "PositiveSmallIntegerField",
                "IntegerField",
                "PositiveIntegerField",
                "BigIntegerField");
        boolean number = numbers.contains(before) && numbers.indexOf(after) > numbers.indexOf(before);
        boolean key = Set.of("SmallAutoField", "AutoField").contains(before) && after.equals("BigAutoField");
        boolean text =
                Set.of("CharField", "SlugField", "EmailField", "URLField").contains(before)
                        && after.equals("TextField");
        boolean sameColumn = Set.of("CharField", "SlugField", "EmailField", "URLField")
                        .containsAll(Set.of(before))
                && Set.of("CharField", "SlugField", "EmailField", "URLField").contains(after);
        return number || key || text || sameColumn || before.equals("NullBooleanField");
    }

    private static @Nullable Long number(@Nullable Value value) {
        return value instanceof Constant constant && constant.raw() instanceof Long number ? number : null;
    }
}
