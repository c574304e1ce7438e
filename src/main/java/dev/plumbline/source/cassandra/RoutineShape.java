package dev.plumbline.source.cassandra;

import dev.plumbline.fact.Fact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Functions, aggregates and user-defined types. */
final class RoutineShape {

    private final Answers answers;
    private final CqlTypes types;

    RoutineShape(Answers answers) {
        this.answers = answers;
        this.types = new CqlTypes(answers.inScope("type.cql"));
    }

    Stream<Fact> facts() {
        return Stream.of(
                        answers.inScope("routine.cql").stream().map(this::function),
                        answers.inScope("routine+aggregate.cql").stream().map(this::aggregate),
                        answers.inScope("type.cql").stream().map(this::type))
                .flatMap(facts -> facts);
    }

    private Fact function(Row row) {
        List<String> arguments = row.list("argument_types");
        return answers.fact(
                "routine",
                row,
                Map.of(
                        "routine_kind",
                        "function",
                        "arguments",
                        pairs(row.list("argument_names"), arguments)
                                .reduce((a, b) -> a + ", " + b)
                                .orElse("")),
                List.of(answers.schema(row), signature(row.text("name"), arguments)));
    }

    private Fact aggregate(Row row) {
        List<String> arguments = row.list("argument_types");
        Map<String, Object> worked = new HashMap<>();
        worked.put("routine_kind", "aggregate");
        worked.put("arguments", String.join(", ", arguments));
        if (row.has("initial_condition")) {
            String initial = row.text("initial_condition");
            worked.put(
                    "initial_condition",
                    types.parse(row.text("schema"), row.text("state_type"))
                            .map(type -> InitialCondition.quoted(type, initial))
                            .orElse(initial));
        }
        return answers.fact(
                "routine", row, worked, List.of(answers.schema(row), signature(row.text("name"), arguments)));
    }

    private Fact type(Row row) {
        return answers.fact(
                "type",
                row,
                Map.of(
                        "type_kind",
                        "composite",
                        "fields",
                        pairs(row.list("field_names"), row.list("field_types")).toList()),
                List.of(answers.schema(row), row.text("type")));
    }

    private static Stream<String> pairs(List<String> names, List<String> types) {
        return IntStream.range(0, names.size()).mapToObj(i -> Identifier.quoted(names.get(i)) + " " + types.get(i));
    }

    /** A routine's name in paths: functions may share a name if their arguments differ. */
    static String signature(String name, List<String> types) {
        return name + "(" + String.join(", ", types) + ")";
    }
}
