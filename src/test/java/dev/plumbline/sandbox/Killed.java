package dev.plumbline.sandbox;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A program that starts a sandbox, says where it is, and waits to be killed. */
final class Killed {

    private Killed() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedSandbox sandbox =
                (EmbeddedSandbox) Sandboxes.embedded(Progress.SILENT).start(new Request(arguments[0], arguments[1]));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println(sandbox.supervisor() + " " + sandbox.folderOfServer() + " "
                + sandbox.endpoint("").url());
        Thread.sleep(Long.MAX_VALUE);
    }
}
