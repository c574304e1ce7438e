package dev.plumbline.cli;

import dev.plumbline.audit.Configuration;
import dev.plumbline.audit.RuleBooks;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.rule.Rule;
import dev.plumbline.rule.RuleBook;
import dev.plumbline.yaml.YamlMap;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Everything about rules. */
final class RulesCommand extends Command {

    RulesCommand() {
        super("rules", "The rules that are in force: list, show, test, write new ones.");
        subcommand(new ListRules());
        subcommand(new Show());
        subcommand(new Test());
        subcommand(new NewRuleCommand());
        subcommand(new RulePagesCommand());
    }

    @Override
    public Integer call() {
        return usage();
    }

    private static RuleBook book(Common common) {
        Configuration configuration = common.configuration();
        return RuleBooks.load(configuration, configuration.kinds());
    }

    private static Rule rule(RuleBook book, String id) {
        return book.rule(id)
                .orElseThrow(() -> new ProblemsException(
                        id,
                        "is no rule",
                        YamlMap.oneOf(id, book.rules().stream().map(Rule::id).toList())));
    }

    /** One line each. */
    private static final class ListRules extends Command {

        private final Common common = new Common(this);
        private final Given<String> pack = option(String.class, "PACK", "Only this pack.", "--pack");

        ListRules() {
            super("list", "Lists the rules: id, severity, what kind of fact they are about, title.");
        }

        @Override
        public Integer call() {
            Configuration configuration = common.configuration();
            String language = common.language(configuration);
            List<Rule> rules = book(common).rules().stream()
                    .filter(r -> r.pack().equals(pack.orElse(r.pack())))
                    .toList();
            for (Rule rule : rules) {
                common.out()
                        .printf(
                                "%-44s %-8s %-18s %s%s%n",
                                rule.id(),
                                rule.severity().name().toLowerCase(Locale.ROOT),
                                rule.kind(),
                                rule.title().in(language),
                                rule.active() ? "" : " (inactive)");
            }
            common.out().println(rules.size() + " rules");
            return rules.isEmpty() ? Exit.NO_EVIDENCE : Exit.OK;
        }
    }

    /** Everything known of one rule. */
    private static final class Show extends Command {

        private final Common common = new Common(this);
        private final Given<String> wanted = word("RULE", "Its id.");

        Show() {
            super("show", "Shows everything known of a rule.");
        }

        @Override
        public Integer call() {
            String language = common.language(common.configuration());
            RuleBook book = book(common);
            Rule rule = rule(book, wanted.get());
            String id = rule.id();
            PrintWriter out = common.out();
            out.println(id + ": " + rule.title().in(language));
            line(out, "severity", rule.severity().name().toLowerCase(Locale.ROOT));
            line(out, "pack", rule.pack() + (rule.active() ? "" : " (inactive)"));
            line(out, "file", rule.file());
            line(out, "engines", rule.engines().isEmpty() ? "all" : String.join(", ", rule.engines()));
            line(out, "for", rule.kind());
            line(out, "reads", String.join(", ", book.kinds(id)));
            line(out, "when", rule.when());
            line(out, "assert", rule.assertion());
            book.threshold(id).ifPresent(threshold -> line(out, "threshold", threshold));
            line(out, "message", rule.message().in(language));
            line(out, "why", rule.why().in(language));
            line(out, "fix", rule.fix().in(language));
            line(out, "controls", String.join(", ", rule.controls()));
            rule.parameters().forEach((name, value) -> line(out, "parameter", name + " = " + value));
            rule.references().forEach(reference -> line(out, "see", reference));
            line(out, "examples", String.valueOf(book.examples(id)));
            return Exit.OK;
        }

        private static void line(PrintWriter out, String name, String text) {
            if (!text.isBlank()) {
                out.printf("  %-10s %s%n", name, text.strip().replace("\n", "\n             "));
            }
        }
    }

    /** Runs examples. */
    private static final class Test extends Command {

        private final Common common = new Common(this);
        private final Given<List<String>> wanted = words("RULE", "Ids; otherwise all.");
        private final Given<Boolean> mutate =
                flag("Also change each operator and constant, and show changes that no example notices.", "--mutate");

        Test() {
            super("test", "Runs the examples of all rules, or of some.");
            footer("", "Exit codes: 0 all examples hold, 1 some do not, 2 there are none, 3 a rule file is faulty.");
        }

        @Override
        public Integer call() {
            RuleBook book = book(common);
            List<String> ids = wanted.orElse(List.of());
            List<String> chosen = ids.isEmpty()
                    ? book.rules().stream().map(Rule::id).toList()
                    : ids.stream().map(id -> rule(book, id).id()).toList();
            int examples = 0;
            int failures = 0;
            for (String id : chosen) {
                examples += book.examples(id);
                for (RuleBook.ExampleFailure failure : book.test(id)) {
                    failures++;
                    common.out().println(failure);
                }
            }
            common.out().printf("%d rules, %d examples, %d wrong%n", chosen.size(), examples, failures);
            failures += mutate.orElse(false) ? survivors(book, chosen) : 0;
            if (examples == 0) {
                return Exit.NO_EVIDENCE;
            }
            return failures == 0 ? Exit.OK : Exit.FINDINGS;
        }

        private int survivors(RuleBook book, List<String> chosen) {
            int made = 0;
            int survived = 0;
            for (String id : chosen) {
                RuleBook.Mutation mutation = book.mutate(id);
                made += mutation.made();
                survived += mutation.survivors().size();
                mutation.survivors().forEach(mutant -> common.out().println(mutant));
            }
            common.out().printf("%d mutants, %d not noticed%n", made, survived);
            return survived;
        }
    }
}
