package dev.plumbline.yaml;

import java.util.Arrays;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Where each character of a text stands in its file, so that a fault within a text, such as an expression over several
 * lines, is named with its own line and column.
 */
public final class Places {

    /** For a text that stands in no file. */
    static final Places NONE = new Places("", new int[0]);

    private final String file;
    private final int[] lineAndColumn;

    private Places(String file, int[] lineAndColumn) {
        this.file = file;
        this.lineAndColumn = lineAndColumn;
    }

    /** {@code file:line:column} of a character; past the end, as if the last line went on. */
    public String at(int offset) {
        if (lineAndColumn.length == 0) {
            return file;
        }
        int known = Math.min(Math.max(offset, 0), lineAndColumn.length / 2 - 1);
        return file + ":" + lineAndColumn[2 * known] + ":"
                + (lineAndColumn[2 * known + 1] + Math.max(0, offset - known));
    }

    /** The characters of a file, by line. */
    static final class Source {
        private final String file;
        private final int[] text;
        private final int[] lineStarts;

        Source(String file, String content) {
            this.file = file;
            this.text = content.codePoints().toArray();
            int[] starts = new int[text.length + 1];
            int lines = 1;
            for (int i = 0; i < text.length; i++) {
                if (text[i] == '\n') {
                    starts[lines++] = i + 1;
                }
            }
            this.lineStarts = Arrays.copyOf(starts, lines);
        }

        /**
         * Lays a value beside its source: line folding, escapes and indentation take characters away or turn them into
         * others, but never change their order.
         */
        Places of(ScalarEvent event) {
            int at = event.getStartMark().map(Mark::getIndex).orElse(0);
            int end = Math.min(event.getEndMark().map(Mark::getIndex).orElse(0), text.length);
            ScalarStyle style = event.getScalarStyle();
            if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
                while (at < end && text[at] != '\n') {
                    at++;
                }
                at++;
            } else if (style != ScalarStyle.PLAIN) {
                at++;
            }
            String value = event.getValue();
            int[] places = new int[value.length() * 2];
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                boolean blank = c == ' ' || c == '\n';
                int found = at;
                while (found < end && text[found] != c && (Character.isWhitespace(text[found]) || !blank)) {
                    found++;
                }
                if (found < end && text[found] == c) {
                    at = found;
                }
                int here = Math.min(at, text.length);
                int line = line(here);
                places[2 * i] = line + 1;
                places[2 * i + 1] = here - lineStarts[line] + 1;
                if (at < end && (text[at] == c || blank)) {
                    at++;
                }
            }
            return new Places(file, places);
        }

        private int line(int index) {
            int found = Arrays.binarySearch(lineStarts, index);
            return found >= 0 ? found : -found - 2;
        }
    }
}
