package dev.plumbline.report.words;

import org.jspecify.annotations.Nullable;

/**
 * Text from outside, made safe to look at: what a terminal, a browser or an editor would obey instead of showing
 * (escape sequences, bidirectional overrides, zero width) is written as {@code \}<code>u{hex}</code>.
 */
public final class Visible {

    private Visible() {}

    /** Keeps line breaks and tabs. */
    public static String text(String value) {
        return clean(value, false);
    }

    /** Also makes line breaks and tabs single spaces. */
    public static String line(String value) {
        return clean(value, true);
    }

    /** A value of an attribute, as {@link dev.plumbline.fact.Fact} holds it; null is a dash. */
    public static String value(@Nullable Object value) {
        return value == null ? "–" : line(value.toString());
    }

    private static String clean(String value, boolean oneLine) {
        if (value.chars().noneMatch(c -> obeyed(c) || c == '\n' || c == '\t' || Character.isSurrogate((char) c))) {
            return value;
        }
        StringBuilder out = new StringBuilder(value.length() + 16);
        value.replace("\r\n", "\n").codePoints().forEach(c -> {
            if (c == '\n' || c == '\t') {
                out.append(oneLine ? ' ' : (char) c);
            } else if (obeyed(c) || (c < 0x10000 && Character.isSurrogate((char) c))) {
                out.append("\\u{").append(Integer.toHexString(c)).append('}');
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    // A fixed list and not the categories of Unicode: those grow with the JDK, and the same result must give the same
    // bytes. The zero width joiner is left alone, emoji are made of it.
    private static boolean obeyed(int c) {
        return (c < 0x20 && c != '\n' && c != '\t')
                || (c >= 0x7f && c < 0xa0)
                || c == 0xad
                || c == 0x61c
                || c == 0x180e
                || c == 0x200b
                || c == 0x200e
                || c == 0x200f
                || (c >= 0x2028 && c <= 0x202e)
                || (c >= 0x2060 && c <= 0x206f)
                || c == 0xfeff
                || (c >= 0xfff9 && c <= 0xfffb)
                // XML has no way to write these two.
                || c == 0xfffe
                || c == 0xffff
                || (c >= 0xe0000 && c <= 0xe007f);
    }
}
