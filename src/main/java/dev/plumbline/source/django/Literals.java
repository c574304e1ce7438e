package dev.plumbline.source.django;

import org.jspecify.annotations.Nullable;

/** Python's literal texts and numbers. */
final class Literals {

    private Literals() {}

    /** The text of a string literal without interpolations. */
    static String plainText(Syntax string) {
        StringBuilder out = new StringBuilder();
        for (Syntax part : string.children()) {
            if (part.is("string_content")) {
                content(out, part, isRaw(string));
            }
        }
        return out.toString();
    }

    static boolean isRaw(Syntax string) {
        return prefix(string).contains("r");
    }

    static boolean isBytes(Syntax string) {
        return prefix(string).contains("b");
    }

    private static String prefix(Syntax string) {
        String text = string.text();
        int quote = 0;
        while (quote < text.length() && text.charAt(quote) != '"' && text.charAt(quote) != '\'') {
            quote++;
        }
        return text.substring(0, quote).toLowerCase(java.util.Locale.ROOT);
    }

    static void content(StringBuilder out, Syntax content, boolean raw) {
        String text = content.text();
        if (raw) {
            out.append(text);
            return;
        }
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i++);
            if (c != '\\' || i == text.length()) {
                // {{ and }} stand for themselves in formatted strings; the parser gives them as escapes.
                out.append(c);
                continue;
            }
            i = escape(out, text, i);
        }
    }

    private static int escape(StringBuilder out, String text, int at) {
        char c = text.charAt(at);
        int digits = switch (c) {
            case 'x' -> 2;
            case 'u' -> 4;
            case 'U' -> 8;
            default -> 0;
        };
        if (digits > 0) {
            int end = Math.min(text.length(), at + 1 + digits);
            Long code = number("0x" + text.substring(at + 1, end));
            if (code != null && Character.isValidCodePoint(code.intValue())) {
                out.appendCodePoint(code.intValue());
                return end;
            }
        }
        switch (c) {
            case 'n' -> out.append('\n');
            case 't' -> out.append('\t');
            case 'r' -> out.append('\r');
            case '0' -> out.append('\0');
            case '\n' -> {}
            case '\\', '\'', '"' -> out.append(c);
            default -> out.append('\\').append(c);
        }
        return at + 1;
    }

    /** The value of an integer literal; null if it does not fit 64 bits. */
    static @Nullable Long number(String literal) {
        String text = literal.replace("_", "").toLowerCase(java.util.Locale.ROOT);
        try {
            if (text.startsWith("0x")) {
                return Long.parseLong(text.substring(2), 16);
            } else if (text.startsWith("0o")) {
                return Long.parseLong(text.substring(2), 8);
            } else if (text.startsWith("0b")) {
                return Long.parseLong(text.substring(2), 2);
            }
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
