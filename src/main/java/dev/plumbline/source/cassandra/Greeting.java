package dev.plumbline.source.cassandra;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLException;

/** One host's answer to the first message of Cassandra's protocol. */
final class Greeting implements Callable<InetSocketAddress>, Closeable {

    /** An OPTIONS request of protocol version 4: version, flags, two bytes of stream, opcode, four of length. */
    private static final byte[] OPTIONS = {4, 0, 0, 0, 5, 0, 0, 0, 0};

    private static final int RESPONSE = 0x80;

    private final CqlUrl.Host host;
    private final Optional<Tls> tls;
    private final int timeoutMillis;
    private final Socket plain = new Socket();

    Greeting(CqlUrl.Host host, Optional<Tls> tls, int timeoutMillis) {
        this.host = host;
        this.tls = tls;
        this.timeoutMillis = timeoutMillis;
    }

    /**
     * The host's address.
     *
     * @throws UnfitException if it is another server, or wants another way of speaking
     * @throws IOException if it cannot be reached
     */
    @Override
    public InetSocketAddress call() throws IOException {
        InetSocketAddress address = new InetSocketAddress(host.name(), host.port());
        if (address.isUnresolved()) {
            throw new UnfitException("is not known: no address has this name", "correct the host's name");
        }
        try (plain) {
            plain.connect(address, timeoutMillis);
            plain.setSoTimeout(timeoutMillis);
            judge(answer(address));
            return address;
        } catch (SocketTimeoutException e) {
            throw new UnfitException(
                    "did not answer within " + timeoutMillis + " ms", "start the server, or correct host and port");
        }
    }

    /** What the host answers; nothing if it ends the connection. */
    private byte[] answer(InetSocketAddress address) throws IOException {
        try {
            Socket socket = tls.isPresent() ? tls.get().encrypt(plain, address) : plain;
            socket.getOutputStream().write(OPTIONS);
            socket.getOutputStream().flush();
            return socket.getInputStream().readNBytes(OPTIONS.length);
        } catch (SSLException | SocketException e) {
            if (tls.isPresent()) {
                throw tls.get().refused(e);
            }
            return new byte[0];
        }
    }

    private void judge(byte[] answer) throws UnfitException {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        if (answer.length == OPTIONS.length
                && (answer[0] & RESPONSE) != 0
                && (answer[0] & 0x7f) <= 6
                && answer[4] <= 0x10) {
            return;
        }
        if (answer.length >= 5 && answer[3] == 0 && (answer[4] == 10 || answer[4] == (byte) 0xff)) {
            throw new UnfitException("is a MySQL or MariaDB server", "write jdbc:mysql:// or jdbc:mariadb://");
        }
        if (text.startsWith("HTTP/")) {
            throw new UnfitException("is a web server", "correct the port; Cassandra's is usually 9042");
        }
        if (answer.length == 0) {
            if (tls.isPresent()) {
                throw tls.get().refused(new EOFException("it was closed"));
            }
            throw new UnfitException(
                    "closed the connection: it is no Cassandra server (PostgreSQL does this), or wants encryption",
                    "correct the port, write jdbc:postgresql://, or add ssl=true");
        }
        if (answer.length >= 3 && answer[0] == 0x15 && answer[1] == 3) {
            throw new UnfitException("accepts encrypted connections only", "add ssl=true to the URL");
        }
        throw new UnfitException("is no Cassandra server", "correct the port; Cassandra's is usually 9042");
    }

    /** Ends the wait for a host that takes too long, or is no more needed. */
    @Override
    public void close() {
        try {
            plain.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The host is there, and of no use. */
    static final class UnfitException extends IOException {
        private static final long serialVersionUID = 1L;
        private final String mend;

        UnfitException(String what, String mend) {
            super(what);
            this.mend = mend;
        }

        String mend() {
            return mend;
        }
    }
}
