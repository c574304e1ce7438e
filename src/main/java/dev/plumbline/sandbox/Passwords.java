package dev.plumbline.sandbox;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Passwords of administrators, new for each start. */
final class Passwords {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    private Passwords() {}

    /** 32 hexadecimal digits, which need no quoting anywhere. */
    static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
