package dev.plumbline.sandbox;

import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.AbstractRepositoryListener;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.supplier.RepositorySystemSupplier;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferEvent;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.filter.DependencyFilterUtils;

/**
 * Fetches the servers' files from the user's Maven repositories into the user's local repository, and from there only
 * when they are there already. A file whose checksum differs is refused.
 */
final class MavenArtifacts {

    private static final int CONNECT_MILLIS = 10_000;
    private static final int SILENCE_MILLIS = 60_000;

    private final MavenSettings settings;
    private final RepositorySystem system;
    private final DefaultRepositorySystemSession session;
    private final List<RemoteRepository> repositories;

    MavenArtifacts(MavenSettings settings, Progress progress) {
        this.settings = settings;
        this.system = new RepositorySystemSupplier().get();
        this.session = MavenRepositorySystemUtils.newSession();
        session.setSystemProperties(System.getProperties());
        session.setConfigProperty("aether.connector.connectTimeout", CONNECT_MILLIS);
        session.setConfigProperty("aether.connector.requestTimeout", SILENCE_MILLIS);
        session.setLocalRepositoryManager(
                system.newLocalRepositoryManager(session, new LocalRepository(settings.localRepository())));
        settings.apply(session);
        session.setChecksumPolicy(RepositoryPolicy.CHECKSUM_POLICY_FAIL);
        // A dependency's own description may not send us to a repository that the user does not know.
        session.setIgnoreArtifactDescriptorRepositories(true);
        session.setTransferListener(new Downloads(progress));
        session.setRepositoryListener(new AbstractRepositoryListener() {});
        this.repositories = system.newResolutionRepositories(session, settings.repositories());
    }

    /** One file without what it depends on; {@code group:artifact:version}. */
    Path jar(String coordinates) {
        try {
            ArtifactRequest request = new ArtifactRequest(new DefaultArtifact(coordinates), repositories, null);
            return path(system.resolveArtifact(session, request).getArtifact());
        } catch (RepositoryException e) {
            throw unresolved(coordinates, e);
        }
    }

    /** A class path: the file and all it needs to run, in Maven's order. */
    List<Path> classPath(String coordinates) {
        CollectRequest collect =
                new CollectRequest(new Dependency(new DefaultArtifact(coordinates), JavaScopes.RUNTIME), repositories);
        DependencyRequest request =
                new DependencyRequest(collect, DependencyFilterUtils.classpathFilter(JavaScopes.RUNTIME));
        try {
            return system.resolveDependencies(session, request).getArtifactResults().stream()
                    .map(ArtifactResult::getArtifact)
                    .map(MavenArtifacts::path)
                    .toList();
        } catch (RepositoryException e) {
            throw unresolved(coordinates, e);
        }
    }

    private static Path path(Artifact artifact) {
        File file = artifact.getFile();
        if (file == null) {
            throw new IllegalStateException("a resolved artefact has a file: " + artifact);
        }
        return file.toPath();
    }

    private ProblemsException unresolved(String coordinates, RepositoryException e) {
        String places = settings.offline()
                ? "Maven's settings say offline; switch that off once, or run 'mvn dependency:get -Dartifact="
                        + coordinates + "' where there is a network and copy " + settings.localRepository()
                : "check the network and the mirrors and proxies of ~/.m2/settings.xml (asked: "
                        + String.join(
                                ", ",
                                repositories.stream()
                                        .map(RemoteRepository::getUrl)
                                        .toList())
                        + "), run 'mvn dependency:get -Dartifact=" + coordinates
                        + "' to see what Maven says, or use a container or the URL of a server";
        return new ProblemsException(
                new Problem("Maven artefact " + coordinates, "cannot be fetched: " + firstLine(e), places), e);
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }

    /** Tells of jars only: the many small descriptions would hide what takes the time. */
    private static final class Downloads extends AbstractTransferListener {

        private static final long MEBIBYTE = 1 << 20;

        private final Progress progress;

        Downloads(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void transferStarted(TransferEvent event) {
            String name = event.getResource().getResourceName();
            if (name.endsWith(".jar")) {
                long mebibytes = event.getResource().getContentLength() / MEBIBYTE;
                progress.downloading(
                        name.substring(name.lastIndexOf('/') + 1) + (mebibytes > 0 ? " (" + mebibytes + " MiB)" : ""));
            }
        }
    }
}
