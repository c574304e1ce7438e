package dev.plumbline.source.postgresql;

import dev.plumbline.fact.ProblemsException;
import dev.plumbline.source.Endpoint;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URL as we need it: the schema it names belongs to us, the rest to the driver.
 *
 * @param text for the driver
 * @param host with port, for messages
 * @param database empty if the URL names none, which means that of the user's name
 * @param schema what {@code currentSchema} names
 * @param user what the URL itself names
 */
record PostgresUrl(String text, String host, String database, Optional<String> schema, Optional<String> user) {

    private static final Pattern SHAPE =
            Pattern.compile("jdbc:postgresql:(?://(?<host>[^/?]*)/?)?(?<database>[^?]*)(?:\\?(?<parameters>.*))?");

    static PostgresUrl of(Endpoint endpoint) {
        Matcher matcher = SHAPE.matcher(endpoint.url());
        if (!matcher.matches() || endpoint.url().split("\\?", 2)[0].contains("@")) {
            throw new ProblemsException(
                    endpoint.safeUrl(),
                    "this is no PostgreSQL URL",
                    "write jdbc:postgresql://host:port/database?currentSchema=schema, and the user beside it");
        }
        List<String> kept = new ArrayList<>();
        String schema = "";
        // A comma that belongs to a name is written %2C.
        boolean several = false;
        String user = "";
        String parameters = matcher.group("parameters") == null ? "" : matcher.group("parameters");
        for (String parameter : parameters.split("&", -1)) {
            String value = parameter.substring(parameter.indexOf('=') + 1);
            if (parameter.startsWith("currentSchema=")) {
                several = value.contains(",");
                schema = decode(value);
                continue;
            }
            // How results come is the reader's affair: it takes texts as the server writes them.
            if (parameter.startsWith("binaryTransfer") || parameter.startsWith("prepareThreshold=")) {
                continue;
            }
            user = parameter.startsWith("user=") ? decode(value) : user;
            kept.add(parameter);
        }
        if (several) {
            throw new ProblemsException(
                    endpoint.safeUrl(),
                    "currentSchema names several schemas",
                    "name one to read it by itself, or none to read the whole database");
        }
        String head = endpoint.url().split("\\?", 2)[0];
        String host =
                matcher.group("host") == null || matcher.group("host").isEmpty() ? "localhost" : matcher.group("host");
        return new PostgresUrl(
                kept.isEmpty() || kept.equals(List.of("")) ? head : head + "?" + String.join("&", kept),
                host.matches(".*:\\d+") ? host : host + ":5432",
                decode(matcher.group("database")),
                Optional.of(schema).filter(s -> !s.isEmpty()),
                Optional.of(user).filter(u -> !u.isEmpty()));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
