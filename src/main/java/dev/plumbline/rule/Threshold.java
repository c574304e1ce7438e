package dev.plumbline.rule;

import dev.plumbline.fact.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many facts may fail before the rule does: then it has one verdict for each target, not one for each fact.
 *
 * @param percent whether {@code amount} is the percentage of facts that must hold at least; otherwise the number of
 *     facts that may fail at most
 */
record Threshold(boolean percent, long amount) {

    /** A number, or the parameter it is taken from. */
    static final String AMOUNT = "[0-9]{1,9}|params\\.[a-z][a-z0-9_]*";

    private static final String PARAMS = "params.";

    /** Whether so many failing facts are too many. */
    boolean exceeded(long passing, long failing) {
        // Counted and not divided, so that 79.9 % is not 80.
        return percent ? passing * 100 < amount * (passing + failing) : failing > amount;
    }

    Bilingual message(long passing, long failing, List<String> paths) {
        String share = passing + failing == 0 ? "0" : String.valueOf(passing * 100 / (passing + failing));
        String named = String.join(", ", paths);
        String more = failing > paths.size() ? ", …" : "";
        return percent
                ? new Bilingual(
                        passing + " of " + (passing + failing) + " hold (" + share + " %), required are " + amount
                                + " %; not: " + named + more,
                        passing + " de " + (passing + failing) + " cumplen (" + share + " %), se exige " + amount
                                + " %; no: " + named + more)
                : new Bilingual(
                        failing + " of " + (passing + failing) + " do not hold, at most " + amount + " may; not: "
                                + named + more,
                        failing + " de " + (passing + failing) + " no cumplen, se admiten " + amount + "; no: " + named
                                + more);
    }

    /** As rule files write it, with the value in force. */
    @Override
    public String toString() {
        return percent ? "at least " + amount + " % hold" : "at most " + amount + " fail";
    }

    /** The threshold of a rule whose file has been checked, if it has one. */
    static Optional<Threshold> read(Fields fields, Map<String, Parameter> parameters, List<Problem> problems) {
        Optional<Fields> given = fields.get("threshold").map(Fields::of);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        boolean percent = given.get().get("percent").isPresent();
        if (percent == given.get().get("count").isPresent()) {
            problems.add(new Problem(
                    fields.place("threshold").toString(),
                    "a threshold needs the key 'percent' or the key 'count'" + (percent ? ", not both" : ""),
                    "percent: how many must hold at least; count: how many may fail at most"));
            return Optional.empty();
        }
        if (RuleLoader.isWhole(fields.text("for"))) {
            problems.add(new Problem(
                    fields.place("threshold").toString(),
                    "a rule for " + fields.text("for") + " judges once, so there is nothing to count",
                    "let it judge the facts: 'for: column' instead of a loop over target.columns"));
            return Optional.empty();
        }
        Yaml.Scalar amount = given.get().scalar(percent ? "percent" : "count").orElseThrow();
        String text = amount.text();
        long value = 0;
        if (text.startsWith(PARAMS)) {
            Parameter parameter = parameters.get(text.substring(PARAMS.length()));
            if (parameter == null || !(parameter.value() instanceof Long number)) {
                problems.add(new Problem(
                        amount.place().toString(),
                        "'" + text + "' is no parameter of type int",
                        parameter == null
                                ? Nearest.advice(text.substring(PARAMS.length()), parameters.keySet())
                                : "declare it with 'type: int'"));
                return Optional.empty();
            }
            value = number;
        } else {
            value = Long.parseLong(text);
        }
        if (percent && (value < 0 || value > 100)) {
            problems.add(new Problem(amount.place().toString(), "'percent' must be from 0 to 100, not " + value, ""));
            return Optional.empty();
        }
        return Optional.of(new Threshold(percent, value));
    }

    /** The name of the parameter it is taken from, if it is. */
    static Optional<String> parameter(Fields fields) {
        return fields.get("threshold")
                .map(Fields::of)
                .flatMap(t -> t.scalar("percent").or(() -> t.scalar("count")))
                .map(Yaml.Scalar::text)
                .filter(text -> text.startsWith(PARAMS))
                .map(text -> text.substring(PARAMS.length()));
    }
}
