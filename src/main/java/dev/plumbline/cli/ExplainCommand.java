package dev.plumbline.cli;

import dev.plumbline.audit.Configuration;
import dev.plumbline.audit.Explanation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Why something was found, or what is known of a path. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Explains a finding of the last report, by its fingerprint, or a path of a baseline or of a difference:"
                    + " what is known of it, where it differs, which spellings are equal and why, and which rules"
                    + " look at it."
        },
        footer = {"", "Examples:", "  plumbline explain 3f9a1c0e5b7d", "  plumbline explain column:public.orders.total"
        })
final class ExplainCommand implements Callable<Integer> {

    @Mixin
    private Common common = new Common();

    @Parameters(paramLabel = "FINDING|PATH", description = "A fingerprint, or a path such as table:public.orders.")
    private String what = "";

    @Override
    public Integer call() {
        Configuration configuration = common.configuration();
        String language = common.language(configuration);
        new Explanation(configuration, language)
                .of(what)
                .forEach(line -> common.out().println(line));
        return Exit.OK;
    }
}
