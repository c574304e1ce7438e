package dev.plumbline.source.django;

import dev.plumbline.source.django.Value.Dict;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** URLs of databases and caches, as dj-database-url and django-environ read them. */
final class DatabaseUrl {

    private static final Pattern PARTS = Pattern.compile(
            "(?<scheme>[A-Za-z0-9.+_-]+)://(?:(?<user>[^:@/]*)(?::(?<password>[^@]*))?@)?(?<host>\\[[^]]*]|[^:/?#]*)(?::(?<port>[0-9]{1,5}))?(?:/(?<name>[^?#]*))?(?:\\?(?<query>[^#]*))?.*");

    private static final Map<String, String> DATABASES = Map.ofEntries(
            Map.entry("postgres", "django.db.backends.postgresql"),
            Map.entry("postgresql", "django.db.backends.postgresql"),
            Map.entry("psql", "django.db.backends.postgresql"),
            Map.entry("pgsql", "django.db.backends.postgresql"),
            Map.entry("postgis", "django.contrib.gis.db.backends.postgis"),
            Map.entry("mysql", "django.db.backends.mysql"),
            Map.entry("mysql2", "django.db.backends.mysql"),
            Map.entry("mysqlgis", "django.contrib.gis.db.backends.mysql"),
            Map.entry("mysql-connector", "mysql.connector.django"),
            Map.entry("sqlite", "django.db.backends.sqlite3"),
            Map.entry("spatialite", "django.contrib.gis.db.backends.spatialite"),
            Map.entry("oracle", "django.db.backends.oracle"),
            Map.entry("oraclegis", "django.contrib.gis.db.backends.oracle"),
            Map.entry("mssql", "mssql"),
            Map.entry("cockroach", "django_cockroachdb"),
            Map.entry("redshift", "django_redshift_backend"),
            Map.entry("timescale", "timescale.db.backends.postgresql"));

    private static final Map<String, String> CACHES = Map.ofEntries(
            Map.entry("dbcache", "django.core.cache.backends.db.DatabaseCache"),
            Map.entry("dummycache", "django.core.cache.backends.dummy.DummyCache"),
            Map.entry("filecache", "django.core.cache.backends.filebased.FileBasedCache"),
            Map.entry("locmemcache", "django.core.cache.backends.locmem.LocMemCache"),
            Map.entry("memcache", "django.core.cache.backends.memcached.MemcachedCache"),
            Map.entry("pymemcache", "django.core.cache.backends.memcached.PyMemcacheCache"),
            Map.entry("pylibmc", "django.core.cache.backends.memcached.PyLibMCCache"),
            Map.entry("rediscache", "django_redis.cache.RedisCache"),
            Map.entry("redis", "django_redis.cache.RedisCache"),
            Map.entry("rediss", "django_redis.cache.RedisCache"));

    private DatabaseUrl() {}

    static Dict database(String url) {
        Dict dict = new Dict();
        Matcher parts = PARTS.matcher(url);
        if (url.equals("sqlite://:memory:") || url.equals("sqlite://")) {
            put(dict, "ENGINE", "django.db.backends.sqlite3");
            put(dict, "NAME", ":memory:");
            return dict;
        } else if (!parts.matches()) {
            dict.rest = Value.unknown("its URL cannot be read");
            return dict;
        }
        String engine = DATABASES.get(parts.group("scheme"));
        dict.entries.put(
                "ENGINE",
                engine == null
                        ? Value.unknown("the scheme " + parts.group("scheme") + " is not known")
                        : Value.of(engine));
        put(dict, "NAME", decode(parts.group("name")));
        put(dict, "USER", decode(parts.group("user")));
        put(dict, "PASSWORD", decode(parts.group("password")));
        put(dict, "HOST", decode(parts.group("host")));
        if (parts.group("port") == null) {
            put(dict, "PORT", "");
        } else {
            dict.entries.put("PORT", Value.of(Long.parseLong(parts.group("port"))));
        }
        Dict options = query(parts.group("query"));
        if (!options.entries.isEmpty()) {
            dict.entries.put("OPTIONS", options);
        }
        return dict;
    }

    static Dict cache(String url) {
        Dict dict = new Dict();
        int colon = url.indexOf(':');
        String scheme = colon < 0 ? url : url.substring(0, colon);
        String backend = CACHES.get(scheme);
        dict.entries.put(
                "BACKEND",
                backend == null ? Value.unknown("the scheme " + scheme + " is not known") : Value.of(backend));
        put(dict, "LOCATION", scheme.startsWith("redis") ? url : url.substring(Math.min(url.length(), colon + 3)));
        return dict;
    }

    private static Dict query(@org.jspecify.annotations.Nullable String query) {
        Dict options = new Dict();
        for (String pair : query == null ? new String[0] : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                put(options, decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return options;
    }

    private static void put(Dict dict, String key, String value) {
        dict.entries.put(key, Value.of(value));
    }

    private static String decode(@org.jspecify.annotations.Nullable String text) {
        if (text == null) {
            return "";
        }
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
