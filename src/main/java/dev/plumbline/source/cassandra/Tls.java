package dev.plumbline.source.cassandra;

import com.datastax.oss.driver.api.core.metadata.EndPoint;
import com.datastax.oss.driver.api.core.ssl.SslEngineFactory;
import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * How a connection is encrypted. The names of its files in URLs are those of PostgreSQL's drivers, and the files are PEM:
 * what {@code cqlsh} takes, too.
 */
final class Tls {

    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----(?<base64>[A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    /** What servers say, in which version of Java, to a client without a certificate or with one they do not trust. */
    private static final Pattern REFUSED_CLIENT = Pattern.compile(
            "alert: (?:bad_certificate|certificate_required|certificate_unknown|unknown_ca|handshake_failure)");

    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");
    private static final char[] NO_PASSWORD = {};

    private final boolean verifyHost;
    private final boolean hasCertificate;
    private final SSLContext context;

    private Tls(boolean verifyHost, boolean hasCertificate, SSLContext context) {
        this.verifyHost = verifyHost;
        this.hasCertificate = hasCertificate;
        this.context = context;
    }

    /**
     * Reads the files.
     *
     * @param verifyHost whether the certificate must be for the host of the URL, as well as signed by somebody trusted
     * @param roots certificates of those who are trusted; the Java runtime's trust store otherwise
     * @param certificate shown to the server, with those who signed it; needs the key
     * @param key in PKCS #8, not encrypted; the Java runtime's key store serves if no file at all is named
     * @throws ProblemsException if a file is not what it should be
     */
    static Tls of(boolean verifyHost, Optional<Path> roots, Optional<Path> certificate, Optional<Path> key) {
        try {
            SSLContext context = SSLContext.getDefault();
            if (roots.isPresent() || certificate.isPresent()) {
                context = SSLContext.getInstance("TLS");
                context.init(keys(certificate, key), trusted(roots), null);
            }
            return new Tls(verifyHost, certificate.isPresent(), context);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the Java runtime has no TLS", e);
        }
    }

    private static KeyManager @Nullable [] keys(Optional<Path> certificate, Optional<Path> key)
            throws GeneralSecurityException, IOException {
        if (certificate.isEmpty() || key.isEmpty()) {
            return null;
        }
        KeyStore store = emptyStore();
        Certificate[] chain = certificates(certificate.get()).toArray(new Certificate[0]);
        store.setKeyEntry("client", privateKey(key.get()), NO_PASSWORD, chain);
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    private static TrustManager @Nullable [] trusted(Optional<Path> roots)
            throws GeneralSecurityException, IOException {
        if (roots.isEmpty()) {
            return null;
        }
        KeyStore store = emptyStore();
        for (Certificate root : certificates(roots.get())) {
            store.setCertificateEntry("root" + store.size(), root);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static List<Certificate> certificates(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            List<Certificate> all =
                    new ArrayList<>(CertificateFactory.getInstance("X.509").generateCertificates(in));
            if (!all.isEmpty()) {
                return all;
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        } catch (GeneralSecurityException e) {
            throw new ProblemsException(noCertificate(file), e);
        }
        throw new ProblemsException(List.of(noCertificate(file)));
    }

    private static Problem noCertificate(Path file) {
        return new Problem(
                file.toString(),
                "holds no certificate in PEM",
                "of a Java key store, keytool -exportcert -rfc writes one");
    }

    private static PrivateKey privateKey(Path file) throws GeneralSecurityException {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        Matcher pem = KEY.matcher(text);
        if (pem.find()) {
            byte[] bytes = Base64.getMimeDecoder().decode(pem.group("base64"));
            for (String algorithm : ALGORITHMS) {
                Optional<PrivateKey> found = privateKey(algorithm, bytes);
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        throw new ProblemsException(
                file.toString(),
                "holds no private key in PKCS #8 without a passphrase",
                "openssl pkcs8 -topk8 -nocrypt -in KEY -out FILE makes one");
    }

    /** Nothing if it is a key of another algorithm. */
    private static Optional<PrivateKey> privateKey(String algorithm, byte[] bytes) throws GeneralSecurityException {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes)));
        } catch (InvalidKeySpecException e) {
            return Optional.empty();
        }
    }

    private static ProblemsException unreadable(Path file, IOException cause) {
        return new ProblemsException(
                new Problem(file.toString(), "cannot be read", "see that it exists, and that you may read it"), cause);
    }

    /** The driver's way to encrypt its connections to a host. */
    SslEngineFactory engines(InetSocketAddress host) {
        return new SslEngineFactory() {
            @Override
            public SSLEngine newSslEngine(EndPoint endPoint) {
                SSLEngine engine = context.createSSLEngine(host.getHostString(), host.getPort());
                engine.setUseClientMode(true);
                engine.setSSLParameters(asking(engine.getSSLParameters()));
                return engine;
            }

            @Override
            public void close() {
                // It holds nothing.
            }
        };
    }

    /**
     * Encrypts what goes over a socket.
     *
     * @throws SSLException if the two sides cannot agree
     */
    SSLSocket encrypt(Socket plain, InetSocketAddress host) throws IOException {
        SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(plain, host.getHostString(), host.getPort(), true);
        socket.setSSLParameters(asking(socket.getSSLParameters()));
        socket.startHandshake();
        return socket;
    }

    private SSLParameters asking(SSLParameters parameters) {
        parameters.setEndpointIdentificationAlgorithm(verifyHost ? "HTTPS" : "");
        return parameters;
    }

    /** What keeps the two sides from each other, and how to mend it. */
    Greeting.UnfitException refused(IOException error) {
        String message = String.valueOf(error.getMessage());
        if (message.contains("Unsupported or unrecognized")) {
            return new Greeting.UnfitException("does not encrypt", "leave out ssl=true");
        }
        if (message.contains("PKIX path building")) {
            return new Greeting.UnfitException(
                    "shows a certificate that is signed by nobody who is trusted",
                    "add sslrootcert=FILE to the URL, a PEM file with the certificate of whom you trust to sign it");
        }
        if (message.contains("No subject alternative") || message.contains("No name matching")) {
            return new Greeting.UnfitException(
                    "shows a certificate for another host: " + message,
                    "write the host as the certificate names it, or ssl=verify-ca to trust any host's");
        }
        // Since TLS 1.3 a server says so when the client thinks that all is agreed, and closes; either may come first.
        if (REFUSED_CLIENT.matcher(message).find() || !(error instanceof SSLException)) {
            return new Greeting.UnfitException(
                    (hasCertificate
                                    ? "does not take the certificate that it was shown: "
                                    : "ends encrypted connections without a certificate of the client: ")
                            + message,
                    "add sslcert=FILE and sslkey=FILE to the URL, PEM files of a certificate that the server trusts, and"
                            + " of its key");
        }
        return new Greeting.UnfitException(
                "lets no encrypted connection be made: " + message,
                "see which protocols and ciphers the server offers");
    }
}
