package dev.plumbline.rule;

import dev.plumbline.fact.Problem;
import dev.plumbline.rule.RuleBook.Mutant;
import dev.plumbline.rule.RuleBook.Mutation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Changes one operator or constant of a rule at a time and sees whether an example notices. */
final class RuleMutator {

    private static final List<String> CONDITIONS = List.of("when", "assert", "undecided", "conflict");

    private static final Pattern TOKEN = Pattern.compile(
            "(?<text>'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\")|(?<number>\\b\\d+(?:\\.\\d+)?\\b)|(?<word>\\b[A-Za-z_]\\w*\\b)"
                    + "|(?<operator>==|!=|<=|>=|&&|\\|\\||[<>+*/%!-])");

    private static final Map<String, List<String>> OPERATORS = Map.ofEntries(
            Map.entry("==", List.of("!=")),
            Map.entry("!=", List.of("==")),
            Map.entry("<", List.of("<=", ">=")),
            Map.entry("<=", List.of("<", ">")),
            Map.entry(">", List.of(">=", "<=")),
            Map.entry(">=", List.of(">", "<")),
            Map.entry("&&", List.of("||")),
            Map.entry("||", List.of("&&")),
            Map.entry("!", List.of("")),
            Map.entry("+", List.of("-")),
            Map.entry("-", List.of("+")),
            Map.entry("*", List.of("/")),
            Map.entry("/", List.of("*")),
            Map.entry("%", List.of("*")),
            Map.entry("true", List.of("false")),
            Map.entry("false", List.of("true")),
            Map.entry("all", List.of("exists")),
            Map.entry("exists", List.of("all")),
            Map.entry("exists_one", List.of("exists")),
            Map.entry("startsWith", List.of("endsWith")),
            Map.entry("endsWith", List.of("startsWith")),
            Map.entry("intersects", List.of("subset")),
            Map.entry("subset", List.of("intersects")));

    private final Cel cel;
    private final CompiledRule rule;

    RuleMutator(Cel cel, CompiledRule rule) {
        this.cel = cel;
        this.rule = rule;
    }

    Mutation mutate() {
        int made = 0;
        List<Mutant> survivors = new ArrayList<>();
        for (String key : CONDITIONS) {
            Optional<Yaml.Scalar> condition = new Fields(rule.source()).scalar(key);
            if (condition.isEmpty()) {
                continue;
            }
            for (Change change : changes(condition.get().text())) {
                List<CompiledRule> mutants = Stream.concat(Stream.of(change.by()), change.or().stream())
                        .flatMap(by -> compile(key, condition.get(), change, by).stream())
                        .toList();
                if (mutants.isEmpty()) {
                    continue;
                }
                made++;
                Examples examples = new Examples(cel, RuleSettings.NONE);
                if (mutants.stream().noneMatch(examples::notices)) {
                    survivors.add(new Mutant(
                            rule.rule().id(),
                            condition.get().at(change.from()).toString(),
                            condition.get().text().substring(change.from(), change.to()),
                            change.by()));
                }
            }
        }
        return new Mutation(made, survivors);
    }

    /** @param or tried too before it is said that nothing notices */
    private record Change(int from, int to, String by, Optional<String> or) {}

    private static List<Change> changes(String text) {
        List<Change> changes = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            for (String by : replacements(text, token)) {
                // Of what only keeps two texts apart another text does the same, but none at all does not.
                Optional<String> or =
                        token.group("text") != null && joined(text, token) ? Optional.of("''") : Optional.empty();
                changes.add(new Change(token.start(), token.end(), by, or));
            }
        }
        return changes;
    }

    private static List<String> replacements(String text, Matcher token) {
        @Nullable String constant = token.group("text");
        if (constant != null) {
            return List.of(constant.substring(0, constant.length() - 1) + "~" + constant.charAt(0));
        }
        @Nullable String number = token.group("number");
        if (number != null) {
            return number.contains(".") ? List.of(number + "1") : List.of(String.valueOf(Long.parseLong(number) + 1));
        }
        String name = token.group();
        boolean field = token.start() > 0 && text.charAt(token.start() - 1) == '.';
        boolean call = token.end() < text.length() && text.charAt(token.end()) == '(';
        boolean literal = name.equals("true") || name.equals("false");
        if (token.group("word") != null && !(literal ? !field : call)) {
            return List.of();
        }
        // exists(path) is a look-up, list.exists(x, …) a loop.
        return name.equals("exists") && !field ? List.of() : OPERATORS.getOrDefault(name, List.of());
    }

    /** Whether a constant is joined to another text by a plus. */
    private static boolean joined(String text, Matcher token) {
        return text.substring(0, token.start()).stripTrailing().endsWith("+")
                || text.substring(token.end()).stripLeading().startsWith("+");
    }

    /** Nothing if the changed expression is none: that no example could notice it is no fault of theirs. */
    private Optional<CompiledRule> compile(String key, Yaml.Scalar condition, Change change, String by) {
        String text = condition.text().substring(0, change.from())
                + by
                + condition.text().substring(change.to());
        Map<String, Yaml.Entry> entries = new LinkedHashMap<>(rule.source().entries());
        entries.computeIfPresent(
                key,
                (k, entry) -> new Yaml.Entry(
                        entry.key(), new Yaml.Scalar(text, condition.plain(), condition.place(), condition.places())));
        Yaml.Fields source = new Yaml.Fields(entries, rule.source().place());
        List<Problem> problems = new ArrayList<>();
        Map<String, Parameter> defaults = RuleLoader.parameters(new Fields(source), problems);
        return new RuleLoader(cel, RuleSettings.NONE)
                .compile(rule.rule().pack(), source, defaults, problems)
                .filter(r -> problems.isEmpty());
    }
}
