package dev.plumbline.source.django;

import java.util.Map;
import java.util.TreeMap;

/**
 * What Django takes for settings that a project does not set, as in {@code django/conf/global_settings.py} of Django
 * 3.2 to 5.2; only those that say where data and sessions live, and that no release has changed.
 */
final class DjangoDefaults {

    static final Map<String, String> VALUES = new TreeMap<>(Map.ofEntries(
            Map.entry("SESSION_ENGINE", "django.contrib.sessions.backends.db"),
            Map.entry("SESSION_CACHE_ALIAS", "default"),
            Map.entry("SESSION_COOKIE_AGE", "1209600"),
            Map.entry("SESSION_COOKIE_HTTPONLY", "true"),
            Map.entry("SESSION_COOKIE_SECURE", "false"),
            Map.entry("SESSION_COOKIE_SAMESITE", "Lax"),
            Map.entry("SESSION_EXPIRE_AT_BROWSER_CLOSE", "false"),
            Map.entry("SESSION_SAVE_EVERY_REQUEST", "false"),
            Map.entry("SESSION_SERIALIZER", "django.contrib.sessions.serializers.JSONSerializer"),
            Map.entry("CSRF_COOKIE_SECURE", "false"),
            Map.entry("DATABASE_ROUTERS", "[]"),
            Map.entry("DEBUG", "false"),
            Map.entry("SECURE_SSL_REDIRECT", "false"),
            Map.entry("AUTH_USER_MODEL", "auth.User")));

    private DjangoDefaults() {}
}
