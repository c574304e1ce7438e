package dev.plumbline.source.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.source.Endpoint;
import dev.plumbline.source.UnreliableNetwork;
import dev.plumbline.source.UnreliableNetwork.Loss;
import java.net.URI;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class LoginTest {

    private static final String GOOD_BYE = "X\0\0\0\u0004";

    @Test
    void aLoginIsNotWaitedForLongerThanItsLimitAndAConnectionThatComesLaterIsClosed() throws Exception {
        Endpoint endpoint = Servers.of("17").endpoint("postgres");
        int port = URI.create(endpoint.url().substring("jdbc:".length())).getPort();
        try (UnreliableNetwork network = new UnreliableNetwork(port, 2, Loss.HELD)) {
            String url = endpoint.url().replace(":" + port, ":" + network.port());

            assertThatThrownBy(() -> Login.of(url, account(endpoint), 300))
                    .isInstanceOf(SQLException.class)
                    .hasMessage("the login was not done after 0.3 seconds")
                    .extracting(e -> ((SQLException) e).getSQLState())
                    .isEqualTo("08001");

            network.letGo();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (!network.sent().endsWith(GOOD_BYE) && System.nanoTime() < end) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
            assertThat(network.sent()).endsWith(GOOD_BYE);
        }
    }

    private static Properties account(Endpoint endpoint) {
        Properties account = new Properties();
        account.setProperty("user", endpoint.user().orElseThrow());
        account.setProperty("password", endpoint.password().value().orElse(""));
        return account;
    }
}
