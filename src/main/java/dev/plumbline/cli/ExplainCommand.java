package dev.plumbline.cli;

import dev.plumbline.audit.Configuration;
import dev.plumbline.audit.Explanation;

/** Why something was found, or what is known of a path. */
final class ExplainCommand extends Command {

    private final Common common = new Common(this);
    private final Given<String> what = word("FINDING|PATH", "A fingerprint, or a path such as table:public.orders.");

    ExplainCommand() {
        super(
                "explain",
                "Explains a finding of the last report, by its fingerprint, or a path of a baseline or of a difference:"
                        + " what is known of it, where it differs, which spellings are equal and why, and which rules"
                        + " look at it.");
        footer("", "Examples:", "  plumbline explain 3f9a1c0e5b7d", "  plumbline explain column:public.orders.total");
    }

    @Override
    public Integer call() {
        Configuration configuration = common.configuration();
        String language = common.language(configuration);
        new Explanation(configuration, language)
                .of(what.get())
                .forEach(line -> common.out().println(line));
        return Exit.OK;
    }
}
