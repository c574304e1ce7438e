package dev.plumbline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.source.Endpoint;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxesTest {

    @ParameterizedTest
    @CsvSource({"postgresql,17", "mariadb,11.4"})
    void serverAnswersWithItsVersion(String engine, String version) throws Exception {
        try (Sandbox sandbox = Sandboxes.embedded(Progress.SILENT).start(new Request(engine, version))) {
            Endpoint endpoint = sandbox.endpoint("shop");
            try (Connection connection = DriverManager.getConnection(
                            endpoint.url(),
                            endpoint.user().orElseThrow(),
                            endpoint.password().value().orElseThrow());
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT version()")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).contains(sandbox.version());
            }
        }
    }
}
