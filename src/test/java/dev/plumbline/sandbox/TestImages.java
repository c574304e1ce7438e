package dev.plumbline.sandbox;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.exception.NotFoundException;
import java.util.Map;
import java.util.Optional;

/** Images that {@code src/test/docker/build} makes from Debian's and Maven's packages, so that no registry is needed. */
public final class TestImages {

    private static final Map<String, String> IMAGES = Map.of(
            "postgresql", "plumbline-test/postgresql:15",
            "mariadb", "plumbline-test/mariadb:10.11",
            "mysql", "plumbline-test/mysql:8.0",
            "cassandra", "plumbline-test/cassandra:5.0");

    private TestImages() {}

    /** The image of an engine; the test is skipped if there is none. */
    public static String of(String engine) {
        String image = IMAGES.get(engine);
        Optional<Daemon> daemon = Daemon.find();
        assumeTrue(daemon.isPresent(), "NOT TESTED: " + engine + " in a container, because no Docker daemon answers");
        assumeTrue(
                exists(daemon.orElseThrow(), image),
                "NOT TESTED: " + engine + " in a container, because Docker has no image " + image
                        + "; src/test/docker/build makes it");
        return image;
    }

    private static boolean exists(Daemon daemon, String image) {
        try {
            return daemon.client().inspectImageCmd(image).exec().getId() != null;
        } catch (NotFoundException e) {
            return false;
        }
    }
}
