package dev.plumbline.fact;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Texts as bytes, a whole text at a time: a writer would take each character through a buffer of its own. */
final class Utf8 implements Appendable {

    private final OutputStream out;

    /** @param out not closed by this object */
    Utf8(OutputStream out) {
        this.out = out;
    }

    @Override
    public Utf8 append(CharSequence text) throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        return this;
    }

    @Override
    public Utf8 append(CharSequence text, int start, int end) throws IOException {
        return append(text.subSequence(start, end));
    }

    @Override
    public Utf8 append(char c) throws IOException {
        return append(String.valueOf(c));
    }
}
