package dev.plumbline.report.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Running text of a rule as blocks. What is fenced by three backticks, indented, or is a statement of its own, is code;
 * what is left between blank lines is a paragraph.
 */
public final class Prose {

    // Of our own rule files, not of a database: a plain pattern is safe here.
    private static final Pattern STATEMENT = Pattern.compile(
            "^(ALTER|CREATE|DROP|UPDATE|INSERT|DELETE|GRANT|REVOKE|SET|COMMENT|REINDEX|VACUUM|BEGIN|SELECT)\\b.*",
            Pattern.DOTALL);

    private Prose() {}

    /** @param code whether to show it as it is, in a fixed font */
    public record Block(boolean code, String text) {}

    /** A run of a paragraph. */
    public record Span(boolean code, String text) {}

    public static List<Block> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        boolean fenced = false;
        for (String line : text.replace("\r\n", "\n").split("\n", -1)) {
            if (line.strip().startsWith("```")) {
                close(open, fenced, blocks);
                fenced = !fenced;
            } else if (line.isBlank() && !fenced) {
                close(open, false, blocks);
            } else {
                open.append(line).append('\n');
            }
        }
        close(open, fenced, blocks);
        return List.copyOf(blocks);
    }

    private static void close(StringBuilder open, boolean fenced, List<Block> blocks) {
        String text = open.toString().stripTrailing();
        open.setLength(0);
        if (text.isBlank()) {
            return;
        }
        boolean indented = text.lines().allMatch(l -> l.startsWith("    ") || l.startsWith("\t"));
        boolean statement = text.replaceFirst("\\s*--[^\n]*$", "").endsWith(";")
                && STATEMENT.matcher(text).matches();
        boolean code = fenced || indented || statement;
        blocks.add(new Block(
                code, code ? text.stripIndent() : text.replaceAll("\\s+", " ").strip()));
    }

    /** Parts of a paragraph; what stands between backticks is code. An odd backtick is text. */
    public static List<Span> spans(String paragraph) {
        List<Span> spans = new ArrayList<>();
        int at = 0;
        while (at < paragraph.length()) {
            int start = paragraph.indexOf('`', at);
            int end = start < 0 ? -1 : paragraph.indexOf('`', start + 1);
            if (end < 0) {
                spans.add(new Span(false, paragraph.substring(at)));
                break;
            }
            if (start > at) {
                spans.add(new Span(false, paragraph.substring(at, start)));
            }
            if (end > start + 1) {
                spans.add(new Span(true, paragraph.substring(start + 1, end)));
            }
            at = end + 1;
        }
        return List.copyOf(spans);
    }
}
