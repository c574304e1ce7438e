package dev.plumbline.cli;

import dev.plumbline.audit.Library;
import dev.plumbline.fact.Kind;
import dev.plumbline.fact.Kinds;
import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.rule.PackPlace;
import dev.plumbline.rule.RuleScaffold;
import dev.plumbline.source.Catalog;
import dev.plumbline.yaml.YamlMap;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scaffolds a rule. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the file of a new rule into the first configured pack folder. It does not load until it is filled in;",
            "'plumbline rules test ID' says what is left."
        },
        footer = {"", "Example:", "  plumbline rules new naming/table-name-too-long --for table"})
final class NewRuleCommand implements Callable<Integer> {

    @Mixin
    private Common common = new Common();

    @Parameters(paramLabel = "PACK/ID", description = "The pack's folder and the id; the id states the problem.")
    private String name = "";

    @Option(names = "--for", paramLabel = "KIND", required = true, description = "The kind of fact it judges.")
    private String kind = "";

    @Option(names = "--engine", paramLabel = "ENGINE", description = "An engine it is about; otherwise all.")
    private List<String> engines = List.of();

    @Override
    public Integer call() {
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new ProblemsException(
                    name, "is no pack and id in kebab-case", "write for instance naming/table-name-too-long");
        }
        Kinds kinds = Catalog.allKinds();
        if (kinds.find(kind).isEmpty()) {
            List<String> known = kinds.all().stream().map(Kind::name).toList();
            throw new ProblemsException("--for", "no kind is named '" + kind + "'", YamlMap.oneOf(kind, known));
        }
        PackPlace own = common.configuration().rules().packs().stream()
                .filter(place -> Files.isDirectory(place.path()) && !place.equals(Library.place()))
                .findFirst()
                .orElseThrow(() -> new ProblemsException(
                        "rules",
                        "no folder of your own is configured",
                        "make a folder 'rules' and add 'rules: {packs: [library, rules]}' to plumbline.yaml"));
        Path file = own.path().resolve(name + ".yaml");
        String id = name.substring(name.indexOf('/') + 1);
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, RuleScaffold.text(id, kind, engines, kinds), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new ProblemsException(new Problem(file.toString(), "exists already", "choose another id"), e);
        } catch (IOException e) {
            throw new ProblemsException(
                    new Problem(file.toString(), "cannot be written: " + e.getMessage(), "check the folder"), e);
        }
        common.out().println("wrote " + file);
        common.out().println("next: fill it in, then plumbline rules test " + id);
        return Exit.OK;
    }
}
