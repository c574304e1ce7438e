package dev.plumbline.rule;

import dev.plumbline.fact.FactPath;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Identifies a finding over time. Wording, order, line numbers and severity are no part of it. */
final class Fingerprint {

    private static final int HEX_DIGITS = 20;

    private Fingerprint() {}

    static String of(String rule, String target, FactPath path, String discriminator) {
        try {
            // No part holds a line break unquoted: ids and targets are names, paths quote it.
            String text = rule + "\n" + target + "\n" + path + "\n" + discriminator;
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HEX_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
