package dev.plumbline.source.mysql;

import dev.plumbline.source.Endpoint;
import dev.plumbline.source.LostConnections;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LostConnectionTest {

    @ParameterizedTest
    @CsvSource({"mariadb,11.4", "mysql,8.0"})
    void aConnectionLostAtAnyMessageIsSaid(String engine, String version) throws Exception {
        Endpoint endpoint = Servers.fresh(Servers.server(engine, version), "lost");
        Servers.run(endpoint, Servers.script("same-everywhere.sql"));

        LostConnections.areSaidAtEveryMessage(endpoint, Servers::snapshot, 2);
    }
}
