package dev.plumbline.rule;

import dev.plumbline.rule.Shape.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What {@code controls.yaml} may hold: a list of controls. */
final class ControlShape {

    static final Shape.Struct CONTROL = new Shape.Struct(
            "a control",
            List.of(
                    Field.required("id", Shape.Text.ANY, "for instance RNF-002; unique"),
                    Field.required("title", RuleShape.BILINGUAL, "the requirement in one line"),
                    Field.required("source", Shape.Text.ANY, "the document, with its section"),
                    Field.required("level", new Shape.Choice(levels()), "critical, mandatory or recommended"),
                    Field.optional(
                            "threshold",
                            new Shape.Int(0, 100),
                            "percentage of judged facts that must pass; 100, 95 or 80 by level if left out"),
                    Field.optional(
                            "rules",
                            new Shape.ListOf(Shape.Text.ANY, 0),
                            "ids of rules that give evidence, besides those that name the control themselves"),
                    Field.optional(
                            "conflicts_with",
                            new Shape.ListOf(Shape.Text.ANY, 1),
                            "controls that cannot hold together with it"),
                    Field.required("limits", RuleShape.BILINGUAL, "what the rules cannot show")));

    static final Shape CONTROLS = new Shape.ListOf(CONTROL, 0);

    private ControlShape() {}

    private static List<String> levels() {
        return Arrays.stream(Control.Level.values())
                .map(l -> l.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
