package dev.plumbline.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The pages of rules as Markdown, and the index of them. */
public final class RulePages {

    private final RuleBook book;

    public RulePages(RuleBook book) {
        this.book = book;
    }

    /** The text of each page by its file name: {@code README.md} and {@code <id>.md}. */
    public SortedMap<String, String> pages() {
        SortedMap<String, String> pages = new TreeMap<>();
        pages.put("README.md", index());
        book.rules().forEach(rule -> pages.put(rule.id() + ".md", page(rule)));
        return pages;
    }

    private String index() {
        StringBuilder out = new StringBuilder(
                "# Rules\n\nGenerated from `rules/`; do not edit. See [how to write one](../writing-rules.md).\n");
        Map<String, List<Rule>> packs = new TreeMap<>();
        for (Rule rule : book.rules()) {
            packs.computeIfAbsent(rule.pack(), p -> new java.util.ArrayList<>()).add(rule);
        }
        packs.forEach((pack, rules) -> {
            out.append("\n## ").append(pack).append(" (").append(rules.size()).append(")\n\n");
            out.append("| rule | severity | engines | about | title |\n|---|---|---|---|---|\n");
            rules.stream()
                    .sorted(Comparator.comparing(Rule::id))
                    .forEach(rule -> out.append("| [")
                            .append(rule.id())
                            .append("](")
                            .append(rule.id())
                            .append(".md) | ")
                            .append(severity(rule))
                            .append(" | ")
                            .append(engines(rule))
                            .append(" | ")
                            .append(rule.kind())
                            .append(" | ")
                            .append(cell(rule.title().en()))
                            .append(" |\n"));
        });
        return out.toString();
    }

    private String page(Rule rule) {
        CompiledRule compiled = book.compiled(rule.id());
        StringBuilder out = new StringBuilder();
        out.append("# ").append(rule.id()).append("\n\n");
        out.append("**")
                .append(rule.title().en())
                .append("** · ")
                .append(rule.title().es())
                .append("\n\n");
        out.append("| | |\n|---|---|\n");
        row(out, "pack", rule.pack());
        row(out, "severity", severity(rule));
        row(out, "engines", engines(rule));
        row(out, "judges", rule.kind());
        row(out, "looks at", String.join(", ", book.kinds(rule.id())));
        row(out, "controls", String.join(", ", rule.controls()));
        out.append("\nGenerated from `rules/")
                .append(rule.pack())
                .append('/')
                .append(rule.id())
                .append(".yaml`; do not edit.\n");
        section(out, "Why", rule.why());
        section(out, "What to do", rule.fix());
        out.append("\n## The condition\n\n```cel\n");
        if (!rule.when().isEmpty()) {
            out.append("when:   ")
                    .append(rule.when().replace("\n", "\n        "))
                    .append('\n');
        }
        out.append("assert: ")
                .append(rule.assertion().replace("\n", "\n        "))
                .append(compiled.threshold().map(t -> "\nfails unless " + t).orElse(""))
                .append("\n```\n");
        if (!compiled.parameters().isEmpty()) {
            out.append("\n## Parameters\n\n| name | type | default | meaning |\n|---|---|---|---|\n");
            compiled.parameters()
                    .values()
                    .forEach(p -> out.append("| `")
                            .append(p.name())
                            .append("` | ")
                            .append(p.type().word())
                            .append(" | `")
                            .append(cell(CelValues.text(p.value())))
                            .append("` | ")
                            .append(cell(p.about()))
                            .append(" |\n"));
        }
        if (!rule.references().isEmpty()) {
            out.append("\n## References\n\n");
            rule.references()
                    .forEach(r -> out.append("- ")
                            .append(r.startsWith("http") ? "<" + r + ">" : r)
                            .append('\n'));
        }
        return out.toString();
    }

    private static void section(StringBuilder out, String title, Bilingual text) {
        out.append("\n## ")
                .append(title)
                .append("\n\n")
                .append(text.en().strip())
                .append("\n\n*")
                .append(text.es().strip())
                .append("*\n");
    }

    private static void row(StringBuilder out, String name, String value) {
        if (!value.isEmpty()) {
            out.append("| ").append(name).append(" | ").append(cell(value)).append(" |\n");
        }
    }

    private static String severity(Rule rule) {
        return rule.severity().name().toLowerCase(Locale.ROOT);
    }

    private static String engines(Rule rule) {
        return rule.engines().isEmpty() ? "all" : String.join(", ", rule.engines());
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
