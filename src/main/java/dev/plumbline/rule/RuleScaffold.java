package dev.plumbline.rule;

import dev.plumbline.fact.Kind;
import dev.plumbline.fact.Kinds;
import java.util.List;

/** The text of a new rule file. It does not load until what is missing is filled in, so that none is forgotten. */
public final class RuleScaffold {

    private RuleScaffold() {}

    /**
     * @param id in kebab-case, stating the problem
     * @param kind of the facts it judges; must exist
     * @param engines empty for all
     */
    public static String text(String id, String kind, List<String> engines, Kinds kinds) {
        Kind of = kinds.get(kind);
        String path = of.anyParent() ? "table.public.orders.role" : String.join(".", of.pathNames());
        String about = engines.isEmpty() ? "" : "engines: [" + String.join(", ", engines) + "]\n";
        StringBuilder attributes = new StringBuilder();
        for (Kind.Attribute attribute : of.attributes()) {
            String text = kind + "." + attribute.name() + " ("
                    + FactField.celType(attribute.type()).name() + ")";
            attributes
                    .append("# ")
                    .append(text)
                    .append("  ")
                    .append(attribute.about())
                    .append('\n');
        }
        return """
                # See docs/writing-rules.md. Fill in what is empty; 'plumbline rules test %1$s' says what is left.
                id: %1$s
                title: {en: "", es: ""}
                severity: medium
                %2$sfor: %3$s
                # when: which of them it is about
                assert: ""
                message:
                  en: "{path} "
                  es: "{path} "
                why:
                  en: ""
                  es: ""
                fix:
                  en: ""
                  es: ""
                references: []
                examples:
                  passes:
                    - %3$s: {path: %4$s}
                  fails:
                    - %3$s: {path: %4$s}

                # What a %3$s has:
                %5$s""".formatted(id, about, kind, path, attributes);
    }
}
