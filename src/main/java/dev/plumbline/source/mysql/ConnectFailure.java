package dev.plumbline.source.mysql;

import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.source.Endpoint;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says in one sentence why no connection came about. The driver's own text is not repeated: it may hold the URL with
 * the password in it; it stays in the cause.
 */
final class ConnectFailure {

    private static final Pattern CUT = Pattern.compile("unexpected end of stream, read \\d+ bytes from (\\d+)");

    /** In bytes; those of real servers have about a hundred. */
    private static final int LONGEST_GREETING = 4_096;

    private ConnectFailure() {}

    static ProblemsException of(Endpoint endpoint, SQLException error) {
        return new ProblemsException(problem(endpoint, error), error);
    }

    private static Problem problem(Endpoint endpoint, SQLException error) {
        String where = endpoint.safeUrl();
        String text = String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
        switch (error.getErrorCode()) {
            case 1045, 1698 -> {
                return new Problem(
                        where,
                        "the server refuses the account or its password",
                        "check user and password, from which hosts the account may log in, and whether it must use TLS (sslMode=verify-full)");
            }
            case 1044 -> {
                return new Problem(where, "the account may not use this schema", "grant it SELECT on the schema");
            }
            case 1049 -> {
                return new Problem(where, "the server has no such schema", "check the name after the port in the URL");
            }
            case 1040, 1203, 1226 -> {
                return new Problem(
                        where, "the server takes no more connections", "try again later, or raise the limit");
            }
            case 1129, 1130 -> {
                return new Problem(
                        where, "the server takes no connections from this host", "allow the account on this host");
            }
            case 3118, 4151 -> {
                return new Problem(where, "the account is locked", "unlock it: ALTER USER … ACCOUNT UNLOCK");
            }
            case 1820, 1862 -> {
                return new Problem(where, "the account's password has expired", "set a new one");
            }
            case 3159 -> {
                return new Problem(
                        where, "the server demands an encrypted connection", "add sslMode=verify-full to the URL");
            }
            default -> {
                return byText(where, text);
            }
        }
    }

    /** What another protocol begins with is the length of a greeting that would be far longer than any. */
    private static boolean cutWithinTheGreeting(String text) {
        Matcher matcher = CUT.matcher(text);
        return matcher.find()
                && matcher.group(1).length() <= String.valueOf(LONGEST_GREETING).length()
                && Integer.parseInt(matcher.group(1)) <= LONGEST_GREETING;
    }

    private static Problem byText(String where, String text) {
        if (text.contains("rsa public key")) {
            return new Problem(
                    where,
                    "the server wants the password over an encrypted connection only",
                    "add sslMode=verify-full to the URL, or serverRsaPublicKeyFile=… for its public key");
        }
        if (text.contains("ssl") || text.contains("tls") || text.contains("certificate")) {
            return new Problem(
                    where,
                    "no encrypted connection came about",
                    "check sslMode and serverSslCert in the URL, and whether the server offers TLS");
        }
        if (cutWithinTheGreeting(text)) {
            return new Problem(
                    where,
                    "the connection was cut before the server had introduced itself",
                    "try again; if it is cut again, look into the server's log, or check host and port: what answers"
                            + " there may be no MySQL or MariaDB server");
        }
        if (text.contains("packet")
                || text.contains("handshake")
                || text.contains("protocol")
                || text.contains("unexpected")) {
            return new Problem(
                    where, "what answers there is no MySQL or MariaDB server", "check host and port, and the engine");
        }
        if (text.contains("parsing url") || text.contains("incorrect port")) {
            return new Problem(
                    where, "this is no address of MySQL or MariaDB", "write jdbc:mariadb://host:port/schema");
        }
        if (text.contains("read timed out")) {
            return new Problem(
                    where,
                    "what listens there is silent, and a MySQL or MariaDB server speaks first",
                    "check host and port, and the engine");
        }
        return new Problem(
                where,
                "no server answers",
                "check host and port, whether the server runs, and whether a firewall is between");
    }
}
