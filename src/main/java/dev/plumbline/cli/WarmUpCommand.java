package dev.plumbline.cli;

import dev.plumbline.rule.RuleBook;
import dev.plumbline.rule.RuleSettings;
import dev.plumbline.source.Catalog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Loads what most commands load, so that the launcher's class-data archive holds it. */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        Path rules = Common.home().orElse(Path.of("")).resolve("rules");
        List<Path> packs = Files.isDirectory(rules) ? List.of(rules) : List.of();
        RuleBook.load(packs, RuleSettings.NONE, Catalog.allKinds());
        return Exit.OK;
    }
}
