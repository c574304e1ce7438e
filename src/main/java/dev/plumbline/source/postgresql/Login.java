package dev.plumbline.source.postgresql;

import dev.plumbline.source.Connections;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.jdbc.PgConnection;
import org.postgresql.util.HostSpec;

/**
 * Connects as {@link Driver#connect} does, but for one thing: before its first connection that looks for a file of
 * defaults in every jar of the program, of which none has one. To open them all takes as long as to connect.
 */
final class Login extends FutureTask<Connection> {

    private Login(String url, Properties properties) {
        super(() -> new PgConnection(hosts(properties), properties, url));
    }

    /**
     * @param given what the URL does not say
     * @param limitMillis how long it may take altogether; a connection that comes later is closed
     */
    static Connection of(String url, Properties given, long limitMillis) throws SQLException {
        Properties defaults = new Properties(given);
        if (given.getProperty("user") == null) {
            defaults.setProperty("user", System.getProperty("user.name"));
        }
        Properties properties = Driver.parseURL(url, defaults);
        if (properties == null) {
            throw new SQLException("the driver does not take the address", "01S00");
        }
        Login login = new Login(url, properties);
        Thread thread = new Thread(login, "login");
        thread.setDaemon(true);
        thread.start();
        try {
            return login.get(limitMillis, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SQLException known ? known : new SQLException(e.getCause());
        } catch (TimeoutException e) {
            login.cancel(false);
            throw new SQLException("the login was not done after " + limitMillis / 1_000.0 + " seconds", "08001", e);
        } catch (InterruptedException e) {
            login.cancel(false);
            Thread.currentThread().interrupt();
            throw new SQLException("the login was interrupted", "08001", e);
        }
    }

    /** One that comes after all that nobody waits for any more is closed. */
    @Override
    protected void set(Connection connection) {
        super.set(connection);
        if (isCancelled()) {
            Connections.close(connection);
        }
    }

    private static HostSpec[] hosts(Properties properties) {
        String[] hosts =
                String.valueOf(PGProperty.PG_HOST.getOrDefault(properties)).split(",", -1);
        String[] ports =
                String.valueOf(PGProperty.PG_PORT.getOrDefault(properties)).split(",", -1);
        HostSpec[] specs = new HostSpec[hosts.length];
        for (int i = 0; i < hosts.length; i++) {
            specs[i] = new HostSpec(
                    hosts[i], Integer.parseInt(ports[i]), PGProperty.LOCAL_SOCKET_ADDRESS.getOrDefault(properties));
        }
        return specs;
    }
}
