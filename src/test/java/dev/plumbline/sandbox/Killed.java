package dev.plumbline.sandbox;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A program that starts a sandbox, says where it is, and waits to be killed; a third argument is an image. */
final class Killed {

    private Killed() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Sandboxes sandboxes = Sandboxes.embedded(Progress.SILENT);
        Request request = new Request(arguments[0], arguments[1]);
        if (arguments.length > 2) {
            out.println(((ContainerSandbox) sandboxes.start(request.inContainer(arguments[2]))).container());
            Thread.sleep(Long.MAX_VALUE);
        }
        EmbeddedSandbox sandbox = (EmbeddedSandbox) sandboxes.start(request);
        out.println(sandbox.supervisor() + " " + sandbox.folderOfServer() + " "
                + sandbox.endpoint("").url());
        Thread.sleep(Long.MAX_VALUE);
    }
}
