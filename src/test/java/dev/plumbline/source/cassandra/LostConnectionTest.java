package dev.plumbline.source.cassandra;

import dev.plumbline.source.LostConnections;
import org.junit.jupiter.api.Test;

class LostConnectionTest {

    @Test
    void aConnectionLostAtAnyMessageIsSaid() throws Exception {
        try (Cluster cluster = Cluster.start("5.0")) {
            cluster.run(Cluster.text("cases/cassandra/shop.cql").replace("$ks", "shop"));

            LostConnections.areSaidAtEveryMessage(
                    cluster.endpoint("cql://$host/"),
                    endpoint -> new CassandraReader()
                            .open(endpoint, Cluster.KINDS)
                            .read()
                            .snapshot(),
                    2);
        }
    }
}
