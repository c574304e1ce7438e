package dev.plumbline.rule;

import dev.plumbline.rule.Shape.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a rule file may hold. */
final class RuleShape {

    static final String ID = "[a-z][a-z0-9]*(?:-[a-z0-9]+)*";

    static final Shape BILINGUAL = new Shape.Struct(
            "a text in two languages",
            List.of(
                    Field.required("en", Shape.Text.ANY, "in English"),
                    Field.required("es", Shape.Text.ANY, "in Spanish")));

    static final List<String> ENGINES = List.of("postgresql", "mysql", "mariadb", "cassandra", "project");

    static final List<String> EMPTY = List.of("not-applicable", "pass", "fail", "no-evidence");

    static final List<String> EXAMPLE_GROUPS = List.of("passes", "fails", "not_applicable", "no_evidence", "conflict");

    private static final Shape EXAMPLES = new Shape.ListOf(new Shape.Any(), 1);

    private static final Shape PARAMETER = new Shape.Struct(
            "a parameter",
            List.of(
                    Field.required("type", new Shape.Choice(Parameter.Type.words()), "int, string, bool or list"),
                    Field.required("default", new Shape.Any(), "the value unless configuration sets another"),
                    Field.optional("about", Shape.Text.ANY, "what it means, with its unit")));

    static final Shape.Struct RULE = new Shape.Struct(
            "a rule",
            List.of(
                    Field.required("id", new Shape.Text(ID, "kebab-case"), "the file's name; states the problem"),
                    Field.required("title", BILINGUAL, "a few words"),
                    Field.required(
                            "severity",
                            new Shape.Choice(severities()),
                            "info, low, medium, high or critical: how bad it is when the rule fails"),
                    Field.optional(
                            "active",
                            new Shape.Bool(),
                            "false for a rule that expresses one school among several: it runs only if configuration says so"),
                    Field.optional(
                            "engines",
                            new Shape.ListOf(new Shape.Text("[a-z][a-z0-9_]*", "a name in lower case"), 1),
                            "engines it is about; all if left out; 'project' for facts read from files"),
                    Field.required("for", Shape.Text.ANY, "kind of the facts it judges, or target, project or change"),
                    Field.optional("when", Shape.Text.ANY, "CEL: which facts it is about; the rest is not-applicable"),
                    Field.required("assert", Shape.Text.ANY, "CEL: what must hold"),
                    Field.optional(
                            "threshold",
                            new Shape.Struct(
                                    "a threshold",
                                    List.of(
                                            Field.optional(
                                                    "percent",
                                                    new Shape.Amount(Threshold.AMOUNT),
                                                    "how many per cent of the facts must hold at least"),
                                            Field.optional(
                                                    "count",
                                                    new Shape.Amount(Threshold.AMOUNT),
                                                    "how many facts may fail at most"))),
                            "one verdict for each target, which fails only beyond it"),
                    Field.optional(
                            "undecided",
                            Shape.Text.ANY,
                            "CEL, asked before 'assert': the fact does not suffice to judge, so no-evidence"),
                    Field.optional(
                            "conflict",
                            Shape.Text.ANY,
                            "CEL, asked before 'assert': requirements contradict each other"),
                    Field.optional("reason", BILINGUAL, "message for what is undecided or in conflict"),
                    Field.optional(
                            "empty",
                            new Shape.Choice(EMPTY),
                            "the verdict if there is no fact it is about; not-applicable if left out"),
                    Field.optional(
                            "discriminator",
                            Shape.Text.ANY,
                            "CEL: tells findings at one path apart; part of the fingerprint"),
                    Field.required("message", BILINGUAL, "what is the matter with one fact; {expression} is filled in"),
                    Field.required("why", BILINGUAL, "the harm, with its source"),
                    Field.required("fix", BILINGUAL, "what to do, with SQL where it can; {expression} is filled in"),
                    Field.optional(
                            "controls", new Shape.ListOf(Shape.Text.ANY, 1), "ids in controls.yaml it is evidence for"),
                    Field.optional(
                            "references",
                            new Shape.ListOf(Shape.Text.ANY, 1),
                            "addresses or titles of what it rests on"),
                    Field.optional(
                            "parameters",
                            new Shape.MapOf("[a-z][a-z0-9_]*", "snake_case", PARAMETER),
                            "values that configuration may set; params.name in CEL"),
                    Field.required(
                            "examples",
                            new Shape.Struct(
                                    "'examples'",
                                    List.of(
                                            Field.required("passes", EXAMPLES, "facts with which the rule passes"),
                                            Field.required("fails", EXAMPLES, "facts with which the rule fails"),
                                            Field.optional("not_applicable", EXAMPLES, "facts the rule is not about"),
                                            Field.optional(
                                                    "no_evidence", EXAMPLES, "facts that do not suffice to judge"),
                                            Field.optional(
                                                    "conflict", EXAMPLES, "facts with which requirements contradict"))),
                            "executed in every build and by 'plumbline rules test'")));

    private RuleShape() {}

    static List<String> severities() {
        return Arrays.stream(Rule.Severity.values())
                .map(s -> s.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
