package dev.plumbline.fact;

/** Quoting, as the text form of paths and the canonical text share it. */
final class Text {

    private Text() {}

    /** Which characters of ASCII stand without quotes: letters, digits and some more. */
    static boolean[] bare(String more) {
        boolean[] bare = new boolean[128];
        for (char c = 0; c < bare.length; c++) {
            bare[c] = Character.isLetterOrDigit(c) || more.indexOf(c) >= 0;
        }
        return bare;
    }

    static void quote(StringBuilder out, String value) {
        out.append('"');
        int plain = 0;
        for (int i = 0; i < value.length(); ) {
            char next = value.charAt(i);
            if (next >= ' ' && next < 127 && next != '"' && next != '\\') {
                i++;
                continue;
            }
            out.append(value, plain, i);
            int c = value.codePointAt(i);
            i += Character.charCount(c);
            plain = i;
            escape(out, c);
        }
        out.append(value, plain, value.length()).append('"');
    }

    private static void escape(StringBuilder out, int c) {
        if (c == '"' || c == '\\') {
            out.append('\\').append((char) c);
        } else if (c == '\n') {
            out.append("\\n");
        } else if (c == '\t') {
            out.append("\\t");
        } else if (invisible(c)) {
            out.append("\\u{").append(Integer.toHexString(c)).append('}');
        } else {
            out.appendCodePoint(c);
        }
    }

    /** Control, format (bidirectional overrides, zero width), separators and lone surrogates: a reader would be misled. */
    static boolean invisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            case Character.SPACE_SEPARATOR -> c != ' ';
            default -> false;
        };
    }

    /** The index after the closing quote of the quoted text that starts at {@code start}. */
    static int endOfQuoted(String text, int start) {
        int i = start + 1;
        while (i < text.length() && text.charAt(i) != '"') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        if (i < text.length()) {
            return i + 1;
        }
        throw new IllegalArgumentException("the quote at character " + (start + 1) + " is not closed");
    }

    static String unquote(String text, int start, int end) {
        StringBuilder out = new StringBuilder(end - start);
        int i = start + 1;
        while (i < end - 1) {
            char c = text.charAt(i++);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            switch (text.charAt(i++)) {
                case 'n' -> out.append('\n');
                case 't' -> out.append('\t');
                case '"' -> out.append('"');
                case '\\' -> out.append('\\');
                case 'u' -> {
                    int close = text.indexOf('}', i);
                    if (close < 0 || close >= end || text.charAt(i) != '{') {
                        throw new IllegalArgumentException("expected \\u{hex} at character " + i);
                    }
                    out.appendCodePoint(Integer.parseInt(text.substring(i + 1, close), 16));
                    i = close + 1;
                }
                default -> throw new IllegalArgumentException("unknown escape at character " + i);
            }
        }
        return out.toString();
    }
}
