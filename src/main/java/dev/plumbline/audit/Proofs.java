package dev.plumbline.audit;

import dev.plumbline.audit.Configuration.Migrations;
import dev.plumbline.audit.Configuration.Target;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.migration.Proof;
import dev.plumbline.migration.RoundTrip;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.sqlmigration.Script;
import dev.plumbline.source.sqlmigration.ScriptFolder;
import dev.plumbline.yaml.YamlMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Proves the migrations of targets reversible, each target on an empty sandbox of its own. */
public final class Proofs implements AutoCloseable {

    private final Configuration configuration;
    private final Workspace workspace;

    public Proofs(Configuration configuration, Progress progress) {
        this.configuration = configuration;
        this.workspace = new Workspace(configuration, progress);
    }

    /**
     * @param names of targets; empty for all
     * @param migrations labels; empty for all
     * @param heard each proof as soon as it is done, by several threads
     * @return in the order of targets and migrations
     * @throws ProblemsException for a label that is no migration's
     */
    public List<Proof> prove(List<String> names, List<String> migrations, Consumer<Proof> heard) {
        List<Target> targets = configuration.targets(names).stream()
                .filter(t -> !t.migrations().isEmpty())
                .toList();
        List<String> labels = targets.stream()
                .flatMap(t -> t.migrations().stream())
                .flatMap(m -> folder(m).scripts().stream())
                .map(Script::label)
                .toList();
        for (String migration : migrations) {
            if (!labels.contains(migration)) {
                throw new ProblemsException(migration, "is no migration", YamlMap.oneOf(migration, labels));
            }
        }
        List<List<Proof>> proofs = new ArrayList<>();
        List<Runnable> tasks = new ArrayList<>();
        for (Target target : targets) {
            List<Proof> own = new ArrayList<>();
            proofs.add(own);
            tasks.add(() -> own.addAll(prove(target, migrations, heard)));
        }
        Workspace.inParallel(tasks);
        return proofs.stream().flatMap(List::stream).toList();
    }

    private List<Proof> prove(Target target, List<String> migrations, Consumer<Proof> heard) {
        Sandbox sandbox = workspace.emptySandbox(target);
        Endpoint endpoint = workspace.sandboxed(target.onSandbox(target.name()), sandbox);
        Supplier<Snapshot> reader =
                () -> workspace.read(endpoint, Optional.empty()).snapshot();
        RoundTrip roundTrip = new RoundTrip(target.name(), sandbox, target.database(), configuration.root(), reader);
        List<Proof> proofs = new ArrayList<>();
        for (Migrations folder : target.migrations()) {
            proofs.addAll(roundTrip.prove(
                    folder(folder), label -> migrations.isEmpty() || migrations.contains(label), heard));
        }
        return proofs;
    }

    private static ScriptFolder folder(Migrations migrations) {
        return ScriptFolder.read(migrations.tool(), migrations.folder());
    }

    @Override
    public void close() {
        workspace.close();
    }
}
