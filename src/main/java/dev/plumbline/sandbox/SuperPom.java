package dev.plumbline.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.apache.maven.model.Repository;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/** What every Maven project inherits: where artefacts come from unless the user's settings say otherwise. */
final class SuperPom {

    /** A resource of Maven's model builder. */
    private static final String RESOURCE = "/org/apache/maven/model/pom-4.0.0.xml";

    private SuperPom() {}

    /** The address of the repository {@code central}, as this version of Maven knows it. */
    static String central() {
        try (InputStream in = Objects.requireNonNull(MavenXpp3Reader.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new MavenXpp3Reader()
                    .read(in).getRepositories().stream()
                            .filter(repository -> repository.getId().equals("central"))
                            .map(Repository::getUrl)
                            .findFirst()
                            .orElseThrow();
        } catch (IOException | XmlPullParserException e) {
            throw new IllegalStateException("Maven's own model cannot be read", e);
        }
    }
}
