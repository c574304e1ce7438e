package dev.plumbline.source;

import java.util.List;
import java.util.Optional;

/**
 * A live database and how to reach it.
 *
 * @param url a JDBC URL, or {@code cql://host:port/keyspace?dc=datacenter}
 * @param user the account, if the URL does not name one
 * @param password where the secret is; never printed
 * @param schemas schemas or keyspaces to read; empty for all that are not the server's own. A schema named by the URL
 *     itself stands for {@code relative} reading and is not repeated here.
 * @param limits time-outs
 * @param own queries that are sent besides the program's own
 * @param showCreate whether each table and view is also read by a statement of its own, for what no table of the
 *     catalogue holds; only MySQL and MariaDB have such things
 */
public record Endpoint(
        String url,
        Optional<String> user,
        Secret password,
        List<String> schemas,
        Limits limits,
        List<OwnQuery> own,
        boolean showCreate) {

    public Endpoint {
        schemas = List.copyOf(schemas);
        own = List.copyOf(own);
    }

    public Endpoint(String url, Optional<String> user, Secret password, List<String> schemas, Limits limits) {
        this(url, user, password, schemas, limits, List.of(), false);
    }

    /** The same, read with or without a statement for each table. */
    public Endpoint showCreate(boolean asked) {
        return new Endpoint(url, user, password, schemas, limits, own, asked);
    }

    /**
     * How long the server may be kept busy.
     *
     * @param readingMillis for all of it, from the first connection to the last row
     */
    public record Limits(int connectMillis, int statementMillis, int lockMillis, int readingMillis) {
        public static final Limits DEFAULT = new Limits(10_000, 60_000, 2_000);

        private static final int MOST_GRACE_MILLIS = 5_000;
        private static final int USUAL_READING_MILLIS = 900_000;

        public Limits(int connectMillis, int statementMillis, int lockMillis) {
            this(connectMillis, statementMillis, lockMillis, USUAL_READING_MILLIS);
        }

        /**
         * How long nothing may come from the server. It ends a slow statement by itself; a server or a network that is
         * silent for longer than that, and some grace for the way, will not answer at all.
         */
        public int silenceMillis() {
            return statementMillis + lockMillis + Math.min(MOST_GRACE_MILLIS, statementMillis);
        }
    }

    /** A password that no {@code toString} shows. */
    public record Secret(Optional<String> value) {
        public static final Secret NONE = new Secret(Optional.empty());

        @Override
        public String toString() {
            return value.isPresent() ? "********" : "";
        }
    }

    /** The URL without user and password, for messages and reports. */
    public String safeUrl() {
        return redact(url);
    }

    /**
     * A text without the users and passwords of addresses that it quotes, as drivers do of those they cannot parse. A
     * password may hold any of {@code ; / @}, so rather too much is taken away than too little.
     */
    public static String redact(String text) {
        return text.replaceAll(
                        "(?i)([?&;](?:user|[\\w.-]*(?:password|passwd|passphrase|pwd|secret|token))=)[^&\\s]*",
                        "$1********")
                .replaceAll("//[^?\\s]*@", "//")
                .replaceAll("(?i)(jdbc:oracle:[a-z0-9]+:)[^@\\s]*@", "$1@");
    }
}
