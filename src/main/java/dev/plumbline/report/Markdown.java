package dev.plumbline.report;

import dev.plumbline.report.words.Prose;
import dev.plumbline.report.words.Visible;

/** Text from outside as Markdown that shows it and does nothing else. */
final class Markdown {

    private Markdown() {}

    /** As plain text on one line, also in a cell of a table. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        String line = Visible.line(text);
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                // An entity, for a mention would call people.
                case '@' -> out.append("&#64;");
                case '\\', '`', '*', '_', '[', ']', '|', '#', '~', '!', '$' ->
                    out.append('\\').append(c);
                default -> out.append(c);
            }
        }
        // A bare address would become a link, whatever it leads to.
        return out.toString().replace("://", ":&#47;&#47;").replace("www.", "www&#46;");
    }

    /** In a fixed font, with a fence longer than any run of backticks inside. */
    static String code(String text) {
        String line = Visible.line(text).replace("|", "\\|");
        String fence = "`".repeat(longestRun(line) + 1);
        String pad = line.startsWith("`") || line.endsWith("`") || line.isBlank() ? " " : "";
        return fence + pad + line + pad + fence;
    }

    /** Paragraphs and blocks of code. */
    static String prose(String text) {
        StringBuilder out = new StringBuilder();
        for (Prose.Block block : Prose.blocks(text)) {
            out.append(out.length() > 0 ? "\n\n" : "");
            if (block.code()) {
                String body = Visible.text(block.text());
                String fence = "`".repeat(Math.max(3, longestRun(body) + 1));
                out.append(fence).append('\n').append(body).append('\n').append(fence);
            } else {
                Prose.spans(block.text())
                        .forEach(s -> out.append(s.code() ? code(s.text()).replace("\\|", "|") : escape(s.text())));
            }
        }
        return out.toString();
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
