package dev.plumbline.rule;

import dev.plumbline.rule.Shape.Field;
import java.util.List;

/** What {@code waivers.yaml} may hold: a list of waivers. */
final class WaiverShape {

    private static final Shape DATE = new Shape.Text("\\d{4}-\\d{2}-\\d{2}", "a date such as 2026-12-31");

    static final Shape.Struct WAIVER = new Shape.Struct(
            "a waiver",
            List.of(
                    Field.required("id", Shape.Text.ANY, "for instance W-2026-001; unique"),
                    Field.optional("rule", Shape.Text.ANY, "id of the rule that is waived"),
                    Field.optional("control", Shape.Text.ANY, "or of a control, all of whose rules are waived"),
                    Field.required("target", Shape.Text.ANY, "name of a target, project for files, or * for all"),
                    Field.required(
                            "path",
                            new Shape.Text(
                                    "[a-z*][a-z_*]*:.+", "kind:name.name, with * within a name and ** across names"),
                            "path of what is waived, for instance table:public.import_*"),
                    Field.required("reason", Shape.Text.ANY, "why it is accepted"),
                    Field.required("owner", Shape.Text.ANY, "who answers for it"),
                    Field.required("approver", Shape.Text.ANY, "who accepted it; not the owner"),
                    Field.required("risk", Shape.Text.ANY, "what may happen"),
                    Field.required("ticket", Shape.Text.ANY, "where it is tracked"),
                    Field.required("created", DATE, "first day, as 2026-01-31"),
                    Field.required("expires", DATE, "last day, at most a year off")));

    static final Shape WAIVERS = new Shape.ListOf(WAIVER, 0);

    /** Keys without which a waiver waives nothing; one of 'rule' and 'control' comes to them. */
    static final List<String> MANDATORY =
            WAIVER.fields().stream().filter(Field::required).map(Field::name).toList();

    /**
     * What is read. A missing key does not end the audit, it is a finding; except for the owner, for nobody could be
     * told of it.
     */
    static final Shape GIVEN = new Shape.ListOf(
            new Shape.Struct(
                    WAIVER.what(),
                    WAIVER.fields().stream()
                            .map(f -> f.name().equals("owner") ? f : Field.optional(f.name(), f.shape(), f.about()))
                            .toList()),
            0);

    private WaiverShape() {}
}
