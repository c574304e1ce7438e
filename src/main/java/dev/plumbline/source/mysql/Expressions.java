package dev.plumbline.source.mysql;

import dev.plumbline.fact.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Brings the texts of generated columns, checks and keys to the {@link ExpressionText} form. MariaDB writes no character
 * set before a text by itself: where one stands, somebody meant it.
 */
final class Expressions implements Normaliser {

    private final UnaryOperator<String> form;
    private final UnaryOperator<String> ofValues;

    Expressions(boolean mariadb) {
        this.form = mariadb ? ExpressionText::withoutOuterParentheses : ExpressionText::normal;
        this.ofValues = mariadb ? ExpressionText::withoutOuterParentheses : ExpressionText::ofValue;
    }

    @Override
    public void apply(List<Fact> facts) {
        facts.replaceAll(fact -> switch (fact.kind().name()) {
            case "column" -> bracketed(normal(fact, "generated", ofValues), "default");
            case "partition" -> unquoted(unquoted(fact, "expression"), "subpartition_expression");
            case "check_constraint" -> normal(fact, "expression", form);
            case "index" -> keys(fact);
            case "unique_constraint" -> keys(fact, "columns");
            default -> fact;
        });
    }

    private static Fact normal(Fact fact, String attribute, UnaryOperator<String> form) {
        String text = fact.text(attribute).orElse("");
        String normal = form.apply(text);
        return text.equals(normal) ? fact : Facts.with(fact, Map.of(attribute, normal));
    }

    /** An expression in brackets and a plain value are two defaults to MySQL. */
    private Fact bracketed(Fact fact, String attribute) {
        String text = fact.text(attribute).orElse("");
        String normal = ofValues.apply(text);
        String kept =
                text.startsWith("(") && !normal.startsWith("(") && text.endsWith(")") ? "(" + normal + ")" : normal;
        return text.equals(kept) ? fact : Facts.with(fact, Map.of(attribute, kept));
    }

    private static Fact unquoted(Fact fact, String attribute) {
        return fact.text(attribute)
                .map(text -> Facts.with(fact, Map.of(attribute, ExpressionText.unquoted(text))))
                .orElse(fact);
    }

    /** A column may be named like an expression; a key that begins with the column's name is that column. */
    private Fact keys(Fact index) {
        List<String> keys = new ArrayList<>(index.list("keys"));
        List<String> columns = new ArrayList<>(index.list("columns"));
        for (int i = 0; i < keys.size(); i++) {
            if (i < columns.size() && !keys.get(i).startsWith(columns.get(i))) {
                keys.set(i, form.apply(keys.get(i)));
                columns.set(i, form.apply(columns.get(i)));
            }
        }
        return keys.equals(index.list("keys")) && columns.equals(index.list("columns"))
                ? index
                : Facts.with(index, Map.of("keys", keys, "columns", columns));
    }

    private Fact keys(Fact fact, String attribute) {
        List<String> keys = fact.list(attribute);
        if (keys.stream().noneMatch(k -> k.startsWith("("))) {
            return fact;
        }
        return Facts.with(fact, Map.of(attribute, keys.stream().map(form).toList()));
    }
}
