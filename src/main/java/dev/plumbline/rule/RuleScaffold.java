package dev.plumbline.rule;

import dev.plumbline.fact.Kind;
import dev.plumbline.fact.Kinds;
import java.util.ArrayList;
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
        boolean change = kind.equals(FactModel.CHANGE);
        String path = of.anyParent() ? "table.public.orders.role" : String.join(".", of.pathNames());
        String fact = change ? "object: \"table:public.t\", type: missing, kind: table" : "path: " + path;
        List<String> parts = new ArrayList<>(change ? List.of("path") : List.of("path", "name"));
        of.pathNames().stream().filter(name -> !change && !parts.contains(name)).forEach(parts::add);
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
                    - %3$s: {%4$s}
                  fails:
                    - %3$s: {%4$s}

                # What can be asked besides: target, project, params; its parts and what it is a part of stand in docs/facts.md.
                # What a %3$s has:
                # %3$s.%6$s  The names in its path.
                %5$s""".formatted(id, about, kind, fact, attributes, String.join(", " + kind + ".", parts));
    }
}
