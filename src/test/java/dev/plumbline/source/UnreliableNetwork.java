package dev.plumbline.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/**
 * A port that leads to a server's port until the client has sent so many messages, whatever their protocol: what the
 * client sends without waiting for an answer is one message.
 */
public final class UnreliableNetwork implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final long TRICKLE_NANOS = 100_000_000;
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final ServerSocket entrance;
    private final int serverPort;
    private final int last;
    private final Loss loss;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final StringBuilder sent = new StringBuilder();
    private final CountDownLatch held = new CountDownLatch(1);
    private int messages;
    private volatile boolean frozen;
    private volatile boolean trickling;

    /** What happens to the last message. */
    public enum Loss {
        /** The connection that carries it is closed before the server hears it; others live, and new ones are let in. */
        CLOSED,
        /** The server hears it, and the connection is closed in the middle of the answer. */
        CLOSED_WITHIN_THE_ANSWER,
        /** From now on nothing passes on any connection, and none is closed. */
        FROZEN,
        /** From now on what the server sends passes a byte at a time, too often for any time-out between two bytes. */
        TRICKLING,
        /** It waits, as all that the client sends after it, until it is let go. */
        HELD
    }

    /** More messages than a client sends. */
    public static final int NEVER = Integer.MAX_VALUE;

    /** @param last number of the message that is lost, from 1 */
    public UnreliableNetwork(int serverPort, int last, Loss loss) throws IOException {
        this.serverPort = serverPort;
        this.last = last;
        this.loss = loss;
        this.entrance = new ServerSocket(0, 50, HERE);
        start(this::accept);
    }

    public int port() {
        return entrance.getLocalPort();
    }

    /** Whether the client came so far. */
    public synchronized boolean lost() {
        return messages >= last;
    }

    /** Lets go what was held. */
    public void letGo() {
        held.countDown();
    }

    synchronized int messages() {
        return messages;
    }

    /** All bytes that the client has sent, one character each. */
    public synchronized String sent() {
        return sent.toString();
    }

    private synchronized boolean isLast(byte[] message, int length) {
        sent.append(new String(message, 0, length, StandardCharsets.ISO_8859_1));
        messages++;
        return messages == last;
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "unreliable network");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = entrance.accept();
                sockets.add(client);
                Socket server = new Socket(HERE, serverPort);
                sockets.add(server);
                Link link = new Link(client, server);
                start(link::forth);
                start(link::back);
            }
        } catch (IOException e) {
            // The test is over, or the server has gone; the client sees the same in both.
            close();
        }
    }

    /** Both directions of one connection. */
    private final class Link {
        private final Socket client;
        private final Socket server;
        private volatile boolean cutInAnswer;

        Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void forth() {
            byte[] buffer = new byte[BUFFER];
            try {
                InputStream in = client.getInputStream();
                OutputStream out = server.getOutputStream();
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    if (isLast(buffer, count)) {
                        frozen = loss == Loss.FROZEN;
                        trickling = loss == Loss.TRICKLING;
                        cutInAnswer = loss == Loss.CLOSED_WITHIN_THE_ANSWER;
                        if (loss == Loss.CLOSED) {
                            break;
                        }
                        if (loss == Loss.HELD) {
                            held.await();
                        }
                    }
                    if (!frozen) {
                        out.write(buffer, 0, count);
                    }
                }
            } catch (IOException | InterruptedException e) {
                // The other direction has closed both sockets, or the test is over.
                return;
            } finally {
                end();
            }
        }

        void back() {
            byte[] buffer = new byte[BUFFER];
            try {
                InputStream in = server.getInputStream();
                OutputStream out = client.getOutputStream();
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    if (cutInAnswer) {
                        out.write(buffer, 0, count / 2);
                        break;
                    }
                    if (trickling) {
                        trickle(out, buffer, count);
                    } else if (!frozen) {
                        out.write(buffer, 0, count);
                    }
                }
            } catch (IOException e) {
                // The other direction has closed both sockets.
                return;
            } finally {
                end();
            }
        }

        private void trickle(OutputStream out, byte[] buffer, int count) throws IOException {
            for (int i = 0; i < count; i++) {
                out.write(buffer, i, 1);
                LockSupport.parkNanos(TRICKLE_NANOS);
            }
        }

        private void end() {
            if (!frozen) {
                closeQuietly(client);
                closeQuietly(server);
            }
        }
    }

    private static void closeQuietly(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closeQuietly(entrance);
        sockets.forEach(UnreliableNetwork::closeQuietly);
    }
}
