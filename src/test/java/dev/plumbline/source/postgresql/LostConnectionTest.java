package dev.plumbline.source.postgresql;

import dev.plumbline.source.Endpoint;
import dev.plumbline.source.LostConnections;
import org.junit.jupiter.api.Test;

class LostConnectionTest {

    @Test
    void aConnectionLostAtAnyMessageIsSaid() throws Exception {
        Endpoint endpoint = Servers.database("17", "rich.sql");

        LostConnections.areSaidAtEveryMessage(endpoint, Servers::snapshot, 2);
    }
}
