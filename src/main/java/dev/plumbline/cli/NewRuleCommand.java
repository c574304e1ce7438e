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
import picocli.CommandLine.Model.OptionSpec;

/** Scaffolds a rule. */
final class NewRuleCommand extends Command {

    private final Common common = new Common(this);
    private final Given<String> wanted = word("PACK/ID", "The pack's folder and the id; the id states the problem.");
    private final Given<String> judged = takes(OptionSpec.builder("--for")
            .type(String.class)
            .required(true)
            .paramLabel("KIND")
            .description("The kind of fact it judges."));
    private final Given<List<String>> engines =
            takes(list("--engine").paramLabel("ENGINE").description("An engine it is about; otherwise all."));

    NewRuleCommand() {
        super(
                "new",
                "Writes the file of a new rule into the first configured pack folder. It does not load until it is filled"
                        + " in;",
                "'plumbline rules test ID' says what is left.");
        footer("", "Example:", "  plumbline rules new naming/table-name-too-long --for table");
    }

    @Override
    public Integer call() {
        String name = wanted.get();
        String kind = judged.get();
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
            Files.writeString(
                    file, RuleScaffold.text(id, kind, engines.orElse(List.of()), kinds), StandardOpenOption.CREATE_NEW);
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
