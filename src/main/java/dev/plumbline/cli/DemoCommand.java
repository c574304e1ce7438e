package dev.plumbline.cli;

import dev.plumbline.audit.Configuration;
import dev.plumbline.audit.Demo;
import dev.plumbline.fact.ProblemsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A real report in a minute. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Checks the reference project with planted drift and violations, on sandboxes, so that you see a real report.",
            "Needs no configuration and changes nothing but the folder of reports. Ends with exit code 1: it has findings."
        })
final class DemoCommand implements Callable<Integer> {

    @Mixin
    private Common common = new Common();

    @Option(names = "--reports", paramLabel = "DIR", description = "Where reports go. Default: reports")
    private @Nullable Path reports;

    @Override
    public Integer call() throws IOException {
        Path home = Common.home()
                .orElseThrow(() -> new ProblemsException(
                        "demo",
                        "the reference project is not at hand",
                        "start the program with its launcher 'plumbline'"));
        Path folder = (reports == null ? Path.of("reports") : Objects.requireNonNull(reports)).toAbsolutePath();
        try (Demo demo = Demo.prepare(home)) {
            Configuration configuration = Configuration.read(demo.configuration(), common.environment());
            return CheckCommand.check(common, configuration, List.of(), "text", true, folder);
        }
    }
}
