package dev.plumbline.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs the program as a shell would, and keeps what it printed. */
record Terminal(int code, String out, String err) {

    static Terminal run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        PrintWriter outWriter = new PrintWriter(out);
        int code = Main.run(outWriter, new PrintWriter(err, true), arguments);
        outWriter.flush();
        return new Terminal(code, out.toString(), err.toString());
    }
}
