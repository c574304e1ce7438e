package dev.plumbline.cli;

import dev.plumbline.audit.Configuration;
import dev.plumbline.audit.Demo;
import dev.plumbline.fact.ProblemsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A real report in a minute. */
final class DemoCommand extends Command {

    private final Common common = new Common(this);
    private final Given<Path> reports = option(Path.class, "DIR", "Where reports go. Default: reports", "--reports");

    DemoCommand() {
        super(
                "demo",
                "Checks the reference project with planted drift and violations, on sandboxes, so that you see a real"
                        + " report.",
                "Needs no configuration and changes nothing but the folder of reports. Ends with exit code 1: it has"
                        + " findings.");
    }

    @Override
    public Integer call() throws IOException {
        Path home = Common.home()
                .orElseThrow(() -> new ProblemsException(
                        "demo",
                        "the reference project is not at hand",
                        "start the program with its launcher 'plumbline'"));
        Path folder = reports.orElse(Path.of("reports")).toAbsolutePath();
        try (Demo demo = Demo.prepare(home)) {
            Configuration configuration = Configuration.read(demo.configuration(), common.environment());
            return CheckCommand.check(common, configuration, List.of(), "text", true, folder);
        }
    }
}
