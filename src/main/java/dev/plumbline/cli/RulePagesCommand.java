package dev.plumbline.cli;

import dev.plumbline.audit.Configuration;
import dev.plumbline.audit.RuleBooks;
import dev.plumbline.rule.RulePages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Writes the pages of the rules. */
final class RulePagesCommand extends Command {

    private final Common common = new Common(this);
    private final Given<Path> output =
            option(Path.class, "DIR", "Default: docs/rules beside the configuration.", "-o", "--output");

    RulePagesCommand() {
        super(
                "docs",
                "Writes a page for every rule and an index of them, as Markdown; pages of rules that are gone go too.");
    }

    @Override
    public Integer call() throws IOException {
        Configuration configuration = common.configuration();
        Path folder = configuration.root().resolve(output.orElse(Path.of("docs/rules")));
        Map<String, String> pages = new RulePages(RuleBooks.load(configuration, configuration.kinds())).pages();
        Files.createDirectories(folder);
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Files.writeString(folder.resolve(page.getKey()), page.getValue());
        }
        removeOthers(folder, pages.keySet());
        common.out().println(pages.size() + " pages in " + folder);
        return Exit.OK;
    }

    private static void removeOthers(Path folder, Set<String> pages) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(".md") && !pages.contains(name)) {
                    Files.delete(file);
                }
            }
        }
    }
}
