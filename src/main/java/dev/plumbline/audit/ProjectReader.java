package dev.plumbline.audit;

import dev.plumbline.audit.Configuration.Migrations;
import dev.plumbline.audit.Configuration.ProjectFiles;
import dev.plumbline.audit.Configuration.Target;
import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.Kinds;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.Reading;
import dev.plumbline.source.Source;
import dev.plumbline.source.backup.BackupSource;
import dev.plumbline.source.diagram.DiagramSource;
import dev.plumbline.source.django.DjangoSource;
import dev.plumbline.source.files.ProjectFilesSource;
import dev.plumbline.source.sqlmigration.MigrationFilesSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Reads all configured project files into one snapshot. */
final class ProjectReader {

    private final Configuration configuration;
    private final Kinds kinds;

    ProjectReader(Configuration configuration, Kinds kinds) {
        this.configuration = configuration;
        this.kinds = kinds;
    }

    Reading read() {
        List<Fact> facts = new ArrayList<>();
        Map<String, Coverage.Entry> coverage = new TreeMap<>();
        for (Source source : sources()) {
            Snapshot snapshot = source.read().snapshot();
            facts.addAll(snapshot.facts());
            snapshot.coverage().kinds().forEach((kind, entry) -> coverage.merge(kind, entry, ProjectReader::worse));
        }
        return new Reading(new Snapshot("project", kinds, facts, Coverage.of(coverage)), List.of());
    }

    private static Coverage.Entry worse(Coverage.Entry a, Coverage.Entry b) {
        if (a.status() == Coverage.Status.READ) {
            return b;
        }
        return b.status() == Coverage.Status.READ
                ? a
                : new Coverage.Entry(Coverage.Status.PARTIAL, a.reason() + "; " + b.reason());
    }

    /** Targets may share a folder, as production and its stand-in do; its files are read once, for the first engine. */
    private Map<Migrations, List<Target>> migrations() {
        Map<Migrations, List<Target>> users = new LinkedHashMap<>();
        for (Target target : configuration.targets().values()) {
            target.migrations()
                    .forEach(migrations -> users.computeIfAbsent(migrations, m -> new ArrayList<>())
                            .add(target));
        }
        return users;
    }

    /** Projects of several modules have many a {@code db/migration}. */
    private boolean hasTwin(Migrations migrations) {
        return migrations().keySet().stream()
                .anyMatch(other -> !other.equals(migrations)
                        && other.tool().equals(migrations.tool())
                        && Objects.equals(
                                other.folder().getFileName(),
                                migrations.folder().getFileName()));
    }

    private List<Source> sources() {
        Path root = configuration.root();
        ProjectFiles files = configuration.files();
        List<Source> sources = new ArrayList<>();
        files.django()
                .ifPresent(folder -> sources.add(
                        new DjangoSource(root, folder, new DjangoSource.Options(files.djangoSettings()), kinds)));
        migrations()
                .forEach((migrations, users) -> sources.add(new MigrationFilesSource(
                        root,
                        migrations.tool(),
                        migrations.folder(),
                        users.get(0).engine(),
                        kinds,
                        new MigrationFilesSource.Use(
                                hasTwin(migrations),
                                users.stream().map(Target::name).toList()))));
        files.diagrams().ifPresent(folder -> sources.add(new DiagramSource(root, folder, kinds)));
        files.backups().ifPresent(folder -> sources.add(new BackupSource(root, folder, kinds)));
        if (files.scripts().isPresent()
                || files.dependencies().isPresent()
                || files.pipeline().isPresent()) {
            sources.add(new ProjectFilesSource(root, files.scripts(), files.dependencies(), files.pipeline(), kinds));
        }
        return sources;
    }
}
