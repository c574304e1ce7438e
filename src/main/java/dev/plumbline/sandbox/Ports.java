package dev.plumbline.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Free ports on the loopback address. Another process may take one before the server binds it, so a start that fails
 * for a taken port is tried again; this process itself never hands out a port twice.
 */
final class Ports {

    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Ports() {}

    static int free() {
        try {
            for (int tries = 0; tries < 1_000; tries++) {
                try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                    if (GIVEN.add(socket.getLocalPort())) {
                        return socket.getLocalPort();
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on the loopback address", e);
        }
        throw new IllegalStateException("the system offers only ports that this process already used");
    }
}
