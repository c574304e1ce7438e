package dev.plumbline.source.cassandra;

import dev.plumbline.fact.ProblemsException;
import dev.plumbline.source.Endpoint;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of {@code cql://user:password@host:port,[::1]:port/keyspace?dc=datacenter&ssl=true}, percent-encoded.
 * With {@code ssl=verify-ca} the certificate may be for another host; {@code sslrootcert}, {@code sslcert} and
 * {@code sslkey} name files of PEM.
 *
 * @param hosts at least one
 * @param keyspace as the server writes it, without quotes
 */
record CqlUrl(
        List<Host> hosts,
        Optional<String> keyspace,
        Optional<String> datacenter,
        Optional<Tls> tls,
        Optional<String> user,
        Optional<String> password) {

    static final String ENGINE = "cassandra";
    static final String SCHEME = "cql://";

    private static final int DEFAULT_PORT = 9042;
    private static final Pattern URL =
            Pattern.compile("cql://(?:(?<user>[^:/@]*)(?::(?<password>[^/@]*))?@)?(?<hosts>[^/?]+)"
                    + "(?:/(?<keyspace>[^?]*))?(?:\\?(?<query>.*))?");
    private static final Pattern HOST =
            Pattern.compile("(?<name>\\[[0-9A-Fa-f:.%]+]|[^:\\[\\]]+)(?::(?<port>\\d{1,5}))?");
    private static final Set<String> PARAMETERS =
            Set.of("dc", "ssl", "sslrootcert", "sslcert", "sslkey", "user", "password");

    record Host(String name, int port) {
        @Override
        public String toString() {
            return (name.contains(":") ? "[" + name + "]" : name) + ":" + port;
        }
    }

    CqlUrl {
        hosts = List.copyOf(hosts);
    }

    /** @throws ProblemsException saying which part is wrong */
    static CqlUrl parse(Endpoint endpoint) {
        Matcher url = URL.matcher(endpoint.url());
        if (!url.matches()) {
            throw wrong(endpoint, "it is no Cassandra URL");
        }
        List<Host> hosts = new ArrayList<>();
        for (String text : url.group("hosts").split(",", -1)) {
            Matcher host = HOST.matcher(text.strip());
            if (!host.matches()) {
                throw wrong(endpoint, "'" + text + "' is no host and port");
            }
            String name = host.group("name").replaceAll("[\\[\\]]", "");
            int port = host.group("port") == null ? DEFAULT_PORT : Integer.parseInt(host.group("port"));
            if (port < 1 || port > 65_535) {
                throw wrong(endpoint, port + " is no port");
            }
            hosts.add(new Host(name, port));
        }
        Map<String, String> parameters = parameters(endpoint, url.group("query"));
        return new CqlUrl(
                hosts,
                text(url.group("keyspace")),
                text(parameters.get("dc")),
                tls(endpoint, parameters),
                text(url.group("user")).or(() -> text(parameters.get("user"))).or(endpoint::user),
                text(url.group("password"))
                        .or(() -> text(parameters.get("password")))
                        .or(() -> endpoint.password().value()));
    }

    private static Optional<Tls> tls(Endpoint endpoint, Map<String, String> parameters) {
        List<Optional<Path>> files = List.of("sslrootcert", "sslcert", "sslkey").stream()
                .map(name -> text(parameters.get(name)).map(Path::of))
                .toList();
        if (files.get(1).isPresent() != files.get(2).isPresent()) {
            throw wrong(endpoint, "sslcert and sslkey go together");
        }
        boolean named = files.stream().anyMatch(Optional::isPresent);
        String ssl = parameters.getOrDefault("ssl", named ? "true" : "false");
        return switch (ssl) {
            case "true" -> Optional.of(Tls.of(true, files.get(0), files.get(1), files.get(2)));
            case "verify-ca" -> Optional.of(Tls.of(false, files.get(0), files.get(1), files.get(2)));
            case "false" -> {
                if (named) {
                    throw wrong(endpoint, "it names files for an encryption that it switches off");
                }
                yield Optional.empty();
            }
            default -> throw wrong(endpoint, "ssl is true, verify-ca or false, not '" + ssl + "'");
        };
    }

    private static Map<String, String> parameters(Endpoint endpoint, @Nullable String query) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : query == null ? new String[0] : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (!PARAMETERS.contains(name)) {
                throw wrong(endpoint, "it has no parameter '" + name + "'");
            }
            parameters.put(name, equals < 0 ? "" : pair.substring(equals + 1));
        }
        return parameters;
    }

    private static Optional<String> text(@Nullable String encoded) {
        return encoded == null || encoded.isEmpty()
                ? Optional.empty()
                : Optional.of(URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8));
    }

    private static ProblemsException wrong(Endpoint endpoint, String what) {
        return new ProblemsException(
                endpoint.safeUrl(), what, "write cql://host:port/keyspace?dc=datacenter, with &ssl=true to encrypt");
    }
}
