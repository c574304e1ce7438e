package dev.plumbline.source.postgresql;

import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.source.Endpoint;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** Says in one sentence why a server could not be read, and what to do. Never says the password. */
final class ConnectionProblem {

    private ConnectionProblem() {}

    static ProblemsException of(Endpoint endpoint, PostgresUrl url, SQLException error) {
        String host = url.host();
        String user = url.user().or(endpoint::user).orElseGet(() -> System.getProperty("user.name", ""));
        String database = url.database().isEmpty() ? user : url.database();
        String message = message(endpoint, error);
        String state = error.getSQLState() == null ? "" : error.getSQLState();
        boolean encryption = message.contains("no encryption") || message.contains("SSL off");
        Problem problem = switch (state) {
            case "28P01" ->
                problem(endpoint, "wrong password for user " + user, "check the secret that the target names");
            case "28000" ->
                encryption
                        ? problem(
                                endpoint,
                                "the server demands TLS: " + message,
                                "add sslmode=require (better: verify-full) to the URL")
                        : problem(
                                endpoint,
                                "the server does not let user " + user + " in: " + message,
                                "ask for the role, its LOGIN and a line in pg_hba.conf");
            case "3D000" ->
                problem(endpoint, "there is no database " + database + " at " + host, "check the URL's last part");
            case "42501" ->
                problem(
                        endpoint,
                        "user " + user + " may not connect to database " + database + ": " + message,
                        "grant connect on the database");
            case "53300" ->
                problem(endpoint, "the server has no free connection", "try again, or reserve one for audits");
            case "08006" ->
                message.contains("SSL")
                        ? problem(endpoint, "could not connect: " + message, "check sslmode and certificates")
                        : problem(
                                endpoint,
                                "the connection broke while it was made: " + message,
                                "run again, and look into the server's log if it happens again");
            case "57P03" -> problem(endpoint, "the server is not ready: " + message, "try again later");
            case "08004" -> rejected(endpoint, host, user, message);
            case "08P01" ->
                problem(
                        endpoint,
                        "what listens at " + host + " does not speak PostgreSQL's protocol",
                        "check host and port of the URL");
            case "08001" ->
                hungUp(error)
                        ? problem(
                                endpoint,
                                "what listens at " + host + " hangs up, which a PostgreSQL server does not",
                                "check host and port of the URL, and the engine")
                        : problem(
                                endpoint,
                                "no PostgreSQL server answers at " + host,
                                "start the server, or check host, port and firewall");
            case "01S00" ->
                problem(
                        endpoint,
                        "this is no PostgreSQL URL",
                        "write jdbc:postgresql://host:port/database?currentSchema=schema");
            default -> problem(endpoint, "could not connect: " + message, "check the URL and the server's log");
        };
        return new ProblemsException(problem, error);
    }

    /** Whether a connection is of no more use after an error. */
    static boolean ended(Connection connection, SQLException error) throws SQLException {
        String state = String.valueOf(error.getSQLState());
        return state.startsWith("08") || state.startsWith("57P") || connection.isClosed();
    }

    /** Whether there was a connection and it was closed without a word. */
    private static boolean hungUp(SQLException error) {
        return error.getCause() instanceof EOFException
                || (error.getCause() instanceof SocketException && !(error.getCause() instanceof ConnectException));
    }

    /** The driver itself gives this code to a server without TLS and to a login without a password. */
    private static Problem rejected(Endpoint endpoint, String host, String user, String message) {
        if (message.toLowerCase(Locale.ROOT).contains("password")) {
            return problem(
                    endpoint,
                    "the server asks for a password of user " + user + " and none is given",
                    "name an environment variable or a file that holds it");
        }
        if (message.contains("SSL")) {
            return problem(
                    endpoint, "the server at " + host + " offers no TLS", "remove sslmode from the URL, or set up TLS");
        }
        return problem(endpoint, "the server refuses the connection: " + message, "check the server's pg_hba.conf");
    }

    static ProblemsException broken(Endpoint endpoint, SQLException error) {
        return new ProblemsException(
                problem(
                        endpoint,
                        "the connection broke while the catalogue was read: " + message(endpoint, error),
                        "nothing can be said of this database; run again"),
                error);
    }

    /** The server's own sentence in one line, without the password should it repeat it. */
    static String message(Endpoint endpoint, SQLException error) {
        String message = Endpoint.redact(String.valueOf(error.getMessage()))
                .replaceAll("\\s+", " ")
                .strip();
        String secret = endpoint.password().value().orElse("");
        return secret.isEmpty() ? message : message.replace(secret, "********");
    }

    private static Problem problem(Endpoint endpoint, String what, String mend) {
        return new Problem(endpoint.safeUrl(), what, mend);
    }
}
