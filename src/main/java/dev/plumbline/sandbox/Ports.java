package dev.plumbline.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Free ports on the loopback address. Another process may take one before the server binds it, so a start that fails
 * for a taken port is tried again; this process itself never hands out a port twice.
 *
 * <p>The ports lie below those from which the kernel serves outgoing connections. Otherwise a client that knocks until
 * its server is up could one day be given the server's own port and be connected with itself.
 */
final class Ports {

    private static final int LOWEST = 10_000;
    private static final int DEFAULT_END = 32_768;
    private static final int CONNECT_MILLIS = 1_000;
    private static final int TRIES = 5_000;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Ports() {}

    static int free() {
        int end = end();
        for (int tries = 0; tries < TRIES; tries++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, end);
            if (isFree(port) && GIVEN.add(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port between " + LOWEST + " and " + end);
    }

    /** Whether something accepts a connection within a second. */
    static boolean answers(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** The first port of outgoing connections; some systems lower it so far that there is nothing below. */
    private static int end() {
        try {
            String range = Files.readString(Path.of("/proc/sys/net/ipv4/ip_local_port_range"));
            int low = Integer.parseInt(range.strip().split("\\s+", -1)[0]);
            return low > LOWEST + 1_000 ? low : DEFAULT_END;
        } catch (IOException | NumberFormatException e) {
            return DEFAULT_END;
        }
    }
}
