package dev.plumbline.source.cassandra;

import dev.plumbline.fact.ProblemsException;
import dev.plumbline.source.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/**
 * Asks a port whether it speaks Cassandra's protocol, before the driver does: a driver that meets another server, or
 * encryption where it expects none, waits or reports a frame it could not decode.
 */
final class Handshake {

    /** An OPTIONS request of protocol version 4: version, flags, two bytes of stream, opcode, four of length. */
    private static final byte[] OPTIONS = {4, 0, 0, 0, 5, 0, 0, 0, 0};

    private static final int RESPONSE = 0x80;

    private final String where;
    private final CqlUrl url;
    private final int timeoutMillis;

    Handshake(Endpoint endpoint, CqlUrl url) {
        this.where = endpoint.safeUrl();
        this.url = url;
        this.timeoutMillis = endpoint.limits().connectMillis();
    }

    /**
     * The address of the first host that answers.
     *
     * @throws ProblemsException saying for each host why it is of no use
     */
    InetSocketAddress firstThatAnswers() {
        List<String> reasons = new ArrayList<>();
        String mend = "start the server, or correct host and port";
        for (CqlUrl.Host host : url.hosts()) {
            InetSocketAddress address = new InetSocketAddress(host.name(), host.port());
            if (address.isUnresolved()) {
                reasons.add("the name " + host.name() + " is not known");
                continue;
            }
            try {
                ask(address);
                return address;
            } catch (NotCassandraException e) {
                reasons.add(host + " " + e.getMessage());
                mend = e.mend;
            } catch (SocketTimeoutException e) {
                reasons.add(host + " did not answer within " + timeoutMillis + " ms");
            } catch (SSLException e) {
                reasons.add("no encrypted connection to " + host + " is possible: " + e.getMessage());
                mend = "leave out ssl=true if the server does not encrypt, or set javax.net.ssl.trustStore";
            } catch (IOException e) {
                reasons.add(host + " cannot be reached: " + e.getMessage());
            }
        }
        throw new ProblemsException(where, String.join(", ", reasons), mend);
    }

    private void ask(InetSocketAddress address) throws IOException {
        try (Socket plain = new Socket()) {
            plain.connect(address, timeoutMillis);
            plain.setSoTimeout(timeoutMillis);
            Socket socket = url.encrypted() ? encrypt(plain, address) : plain;
            socket.getOutputStream().write(OPTIONS);
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            byte[] answer = in.readNBytes(9);
            judge(answer, url.encrypted());
        }
    }

    private static Socket encrypt(Socket plain, InetSocketAddress address) throws IOException {
        try {
            SSLSocket socket = (SSLSocket) SSLContext.getDefault()
                    .getSocketFactory()
                    .createSocket(plain, address.getHostString(), address.getPort(), true);
            socket.startHandshake();
            return socket;
        } catch (NoSuchAlgorithmException e) {
            throw new SSLException("the Java runtime has no default TLS context", e);
        }
    }

    private static void judge(byte[] answer, boolean encrypted) throws NotCassandraException {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        if (answer.length == 9 && (answer[0] & RESPONSE) != 0 && (answer[0] & 0x7f) <= 6 && answer[4] <= 0x10) {
            return;
        }
        if (answer.length >= 5 && answer[3] == 0 && (answer[4] == 10 || answer[4] == (byte) 0xff)) {
            throw new NotCassandraException("is a MySQL or MariaDB server", "write jdbc:mysql:// or jdbc:mariadb://");
        }
        if (text.startsWith("HTTP/")) {
            throw new NotCassandraException("is a web server", "correct the port; Cassandra's is usually 9042");
        }
        if (answer.length == 0 && !encrypted) {
            throw new NotCassandraException(
                    "closed the connection: it is no Cassandra server (PostgreSQL does this), or wants encryption",
                    "correct the port, write jdbc:postgresql://, or add ssl=true");
        }
        if (answer.length >= 3 && answer[0] == 0x15 && answer[1] == 3) {
            throw new NotCassandraException("accepts encrypted connections only", "add ssl=true to the URL");
        }
        throw new NotCassandraException("is no Cassandra server", "correct the port; Cassandra's is usually 9042");
    }

    private static final class NotCassandraException extends IOException {
        private static final long serialVersionUID = 1L;
        private final String mend;

        NotCassandraException(String what, String mend) {
            super(what);
            this.mend = mend;
        }
    }
}
