package dev.plumbline.sandbox;

import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.settings.Profile;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsBuilderFactory;
import org.apache.maven.settings.building.DefaultSettingsBuildingRequest;
import org.apache.maven.settings.building.SettingsBuildingException;
import org.apache.maven.settings.crypto.DefaultSettingsDecrypter;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.repository.Authentication;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultAuthenticationSelector;
import org.eclipse.aether.util.repository.DefaultMirrorSelector;
import org.eclipse.aether.util.repository.DefaultProxySelector;
import org.eclipse.aether.util.repository.SimpleArtifactDescriptorPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What the user told Maven: the user's and the installation's settings.xml with mirrors, proxies, accounts, profiles'
 * repositories, the local repository and whether to stay offline. A firm that routes Maven through its own repository
 * manager thereby routes sandboxes through it, too.
 */
final class MavenSettings {

    private final Settings settings;
    private final SettingsDecryptionResult secrets;

    private MavenSettings(Settings settings) {
        this.settings = settings;
        DefaultSettingsDecrypter decrypter = new DefaultSettingsDecrypter(MavenPasswords.dispatcher());
        this.secrets = decrypter.decrypt(new DefaultSettingsDecryptionRequest(settings));
    }

    /** @throws ProblemsException if a settings.xml cannot be parsed */
    static MavenSettings read() {
        return read(userFile(), globalFile());
    }

    static MavenSettings read(Path userFile, Optional<Path> globalFile) {
        Properties system = new Properties();
        System.getProperties().stringPropertyNames().forEach(name -> system.put(name, System.getProperty(name)));
        System.getenv().forEach((name, value) -> system.put("env." + name, value));
        DefaultSettingsBuildingRequest request = new DefaultSettingsBuildingRequest();
        request.setUserSettingsFile(userFile.toFile());
        globalFile.map(Path::toFile).ifPresent(request::setGlobalSettingsFile);
        request.setSystemProperties(system);
        try {
            return new MavenSettings(new DefaultSettingsBuilderFactory()
                    .newInstance()
                    .build(request)
                    .getEffectiveSettings());
        } catch (SettingsBuildingException e) {
            throw new ProblemsException(
                    new Problem(
                            userFile.toString(),
                            "Maven's settings cannot be read: "
                                    + e.getProblems().get(0).getMessage(),
                            "mend the file; the servers of sandboxes are fetched the way Maven fetches"),
                    e);
        }
    }

    boolean offline() {
        return settings.isOffline();
    }

    /** {@code -Dmaven.repo.local}, or as the settings say, or {@code ~/.m2/repository}. */
    File localRepository() {
        return Optional.ofNullable(System.getProperty("maven.repo.local"))
                .or(() -> Optional.ofNullable(settings.getLocalRepository()))
                .map(File::new)
                .orElseGet(() -> home().resolve(".m2/repository").toFile());
    }

    /** Mirrors, proxies, accounts and offline mode, as Maven itself would apply them. */
    void apply(DefaultRepositorySystemSession session) {
        DefaultMirrorSelector mirrors = new DefaultMirrorSelector();
        settings.getMirrors()
                .forEach(mirror -> mirrors.add(
                        mirror.getId(),
                        mirror.getUrl(),
                        mirror.getLayout(),
                        false,
                        mirror.isBlocked(),
                        mirror.getMirrorOf(),
                        mirror.getMirrorOfLayouts()));
        session.setMirrorSelector(mirrors);
        DefaultProxySelector proxies = new DefaultProxySelector();
        secrets.getProxies().stream()
                .filter(org.apache.maven.settings.Proxy::isActive)
                .forEach(proxy -> proxies.add(
                        new Proxy(
                                proxy.getProtocol(),
                                proxy.getHost(),
                                proxy.getPort(),
                                authentication(proxy.getUsername(), proxy.getPassword())),
                        proxy.getNonProxyHosts()));
        session.setProxySelector(proxies);
        DefaultAuthenticationSelector accounts = new DefaultAuthenticationSelector();
        for (Server server : secrets.getServers()) {
            accounts.add(
                    server.getId(),
                    new AuthenticationBuilder()
                            .addUsername(server.getUsername())
                            .addPassword(server.getPassword())
                            .addPrivateKey(server.getPrivateKey(), server.getPassphrase())
                            .build());
        }
        session.setAuthenticationSelector(accounts);
        session.setOffline(offline());
        // A wrong or missing parent of a parent is Central's matter; a wrong server is refused by its checksum.
        session.setArtifactDescriptorPolicy(new SimpleArtifactDescriptorPolicy(false, false));
    }

    /** The repositories of active profiles, then Maven Central. */
    List<RemoteRepository> repositories() {
        List<RemoteRepository> repositories = new ArrayList<>();
        for (Profile profile : settings.getProfiles()) {
            boolean byDefault =
                    profile.getActivation() != null && profile.getActivation().isActiveByDefault();
            if (settings.getActiveProfiles().contains(profile.getId()) || byDefault) {
                profile.getRepositories()
                        .forEach(repository -> repositories.add(
                                new RemoteRepository.Builder(repository.getId(), "default", repository.getUrl())
                                        .build()));
            }
        }
        if (repositories.stream().noneMatch(repository -> repository.getId().equals("central"))) {
            repositories.add(new RemoteRepository.Builder("central", "default", SuperPom.central()).build());
        }
        return List.copyOf(repositories);
    }

    private static @Nullable Authentication authentication(@Nullable String user, @Nullable String password) {
        return user == null
                ? null
                : new AuthenticationBuilder()
                        .addUsername(user)
                        .addPassword(password)
                        .build();
    }

    static Path home() {
        return Path.of(System.getProperty("user.home"));
    }

    private static Path userFile() {
        return home().resolve(".m2").resolve("settings.xml");
    }

    /** The settings beside the Maven that is named by the environment or found in the search path. */
    private static Optional<Path> globalFile() {
        List<Path> homes = new ArrayList<>();
        for (String name : List.of("MAVEN_HOME", "M2_HOME")) {
            Optional.ofNullable(System.getenv(name)).map(Path::of).ifPresent(homes::add);
        }
        for (String folder :
                Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1)) {
            if (!folder.isEmpty()) {
                installation(Path.of(folder).resolve("mvn")).ifPresent(homes::add);
            }
        }
        return homes.stream()
                .map(home -> home.resolve("conf").resolve("settings.xml"))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** The folder that holds {@code bin/mvn}, which is often reached through symbolic links. */
    private static Optional<Path> installation(Path program) {
        try {
            return Files.isExecutable(program)
                    ? Optional.ofNullable(program.toRealPath().getParent()).map(Path::getParent)
                    : Optional.empty();
        } catch (IOException e) {
            // A program that has vanished meanwhile has no settings either.
            return Optional.empty();
        }
    }
}
