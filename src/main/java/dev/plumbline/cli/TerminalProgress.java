package dev.plumbline.cli;

import dev.plumbline.audit.Progress;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Says on standard error what the program is busy with: on a terminal as one line that changes, elsewhere not at all
 * but for messages, so that logs stay quiet.
 */
final class TerminalProgress implements Progress, AutoCloseable {

    private static final int WIDTH = 78;

    private final PrintWriter err;
    private final boolean quiet;
    private final boolean draws;
    private final Map<String, String> busy = new LinkedHashMap<>();
    private final long start = System.nanoTime();

    TerminalProgress(PrintWriter err, boolean quiet, boolean terminal) {
        this.err = err;
        this.quiet = quiet;
        this.draws = terminal && !quiet;
    }

    @Override
    public void downloading(String what) {
        show(what, "downloading " + what);
    }

    @Override
    public void unpacking(String what) {
        show(what, "unpacking " + what);
    }

    @Override
    public void starting(String what) {
        show(what, "starting " + what);
    }

    @Override
    public void ready(String what) {
        show(what, "");
    }

    @Override
    public void migrating(String target) {
        show(target, "migrating " + target);
    }

    @Override
    public void reading(String target) {
        show(target, "reading " + target);
    }

    @Override
    public void judging(int rules) {
        busy.clear();
        show("rules", "judging " + rules + " rules");
    }

    @Override
    public synchronized void message(String text) {
        if (quiet) {
            return;
        }
        clear();
        err.println(text);
        draw();
    }

    private synchronized void show(String key, String text) {
        if (text.isEmpty()) {
            busy.remove(key);
        } else {
            busy.put(key, text);
        }
        draw();
    }

    private void draw() {
        if (!draws || busy.isEmpty()) {
            return;
        }
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        String line = seconds + " s  " + String.join(" · ", busy.values());
        clear();
        err.print(line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line);
        err.flush();
    }

    private void clear() {
        if (draws) {
            err.print("\r\u001b[2K");
            err.flush();
        }
    }

    @Override
    public synchronized void close() {
        clear();
        busy.clear();
    }
}
