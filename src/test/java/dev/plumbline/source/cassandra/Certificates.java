package dev.plumbline.source.cassandra;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/** A server's and a client's certificates, each signed by itself: {@code server.p12}, {@code client.pem} and so on. */
record Certificates(Path folder) {

    static final String PASSWORD = "Geheim-1";

    /** @param folder in which they are made */
    static Certificates in(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        Certificates made = new Certificates(folder);
        Process server = made.generate("server", "localhost");
        Process client = made.generate("client", "client");
        made.export(server, "server");
        KeyStore keys = made.export(client, "client");
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("client", keys.getCertificate("client"));
        try (OutputStream out = Files.newOutputStream(folder.resolve("trusted.p12"))) {
            trusted.store(out, PASSWORD.toCharArray());
        }
        return made;
    }

    private Process generate(String name, String host) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + host,
                "-ext",
                "san=dns:" + host,
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                folder.resolve(name + ".p12").toString());
        return new ProcessBuilder(command).inheritIO().start();
    }

    private KeyStore export(Process made, String name)
            throws IOException, InterruptedException, GeneralSecurityException {
        if (made.waitFor() != 0) {
            throw new IOException("keytool made no key");
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(name + ".p12"))) {
            store.load(in, PASSWORD.toCharArray());
        }
        pem(name + ".pem", "CERTIFICATE", store.getCertificate(name).getEncoded());
        pem(
                name + ".key",
                "PRIVATE KEY",
                store.getKey(name, PASSWORD.toCharArray()).getEncoded());
        return store;
    }

    private void pem(String file, String what, byte[] bytes) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        Files.writeString(
                folder.resolve(file),
                "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n",
                StandardCharsets.US_ASCII);
    }

    /** The parameters of a URL by which a client trusts the server. */
    String trusting() {
        return "sslrootcert=" + folder.resolve("server.pem");
    }

    /** The parameters of a URL by which a client shows a certificate. */
    String showing(String name) {
        return "sslcert=" + folder.resolve(name + ".pem") + "&sslkey=" + folder.resolve(name + ".key");
    }

    /** What cassandra.yaml says of clients. */
    String demanded() {
        return String.join(
                "\n",
                "client_encryption_options:",
                "  enabled: true",
                "  optional: false",
                "  require_client_auth: true",
                "  store_type: PKCS12",
                "  keystore: " + folder.resolve("server.p12"),
                "  keystore_password: " + PASSWORD,
                "  truststore: " + folder.resolve("trusted.p12"),
                "  truststore_password: " + PASSWORD,
                "");
    }
}
