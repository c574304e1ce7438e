package dev.plumbline.source.postgresql;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.fact.ProblemsException;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.LostConnections;
import dev.plumbline.source.Source;
import dev.plumbline.source.UnreliableNetwork;
import dev.plumbline.source.UnreliableNetwork.Loss;
import dev.plumbline.source.jdbc.JdbcReader;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class LostConnectionTest {

    @Test
    void aConnectionLostAtAnyMessageIsSaid() throws Exception {
        Endpoint endpoint = Servers.database("17", "rich.sql");

        LostConnections.areSaidAtEveryMessage(endpoint, Servers::snapshot, 2);
    }

    @Test
    void aTrickleIsCutOffThroughAnyDriver() throws Exception {
        Endpoint endpoint = Servers.database("17", "rich.sql");
        String url = endpoint.url();
        int port = URI.create(url.substring("jdbc:".length())).getPort();
        try (UnreliableNetwork network = new UnreliableNetwork(port, 2, Loss.TRICKLING)) {
            Source source = new JdbcReader()
                    .open(
                            new Endpoint(
                                    url.replace(":" + port, ":" + network.port()),
                                    endpoint.user(),
                                    endpoint.password(),
                                    List.of(),
                                    new Endpoint.Limits(1_000, 1_000, 500, 1_500)),
                            Servers.KINDS);

            assertThatThrownBy(source::read)
                    .isInstanceOf(ProblemsException.class)
                    .hasMessageContaining("was not done after 1.5 seconds")
                    .hasMessageContaining("reading_seconds");
        }
    }
}
