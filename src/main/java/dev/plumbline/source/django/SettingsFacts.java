package dev.plumbline.source.django;

import dev.plumbline.source.ProjectFacts;
import dev.plumbline.source.django.Value.Constant;
import dev.plumbline.source.django.Value.Dict;
import dev.plumbline.source.django.Value.Sequence;
import dev.plumbline.source.django.Value.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Facts of one environment's settings: each setting, and the entries of DATABASES, CACHES and INSTALLED_APPS. */
final class SettingsFacts {

    private final ProjectFacts facts;
    private final String environment;
    private final Scope settings;

    SettingsFacts(ProjectFacts facts, String environment, Scope settings) {
        this.facts = facts;
        this.environment = environment;
        this.settings = settings;
    }

    static boolean isSetting(String name) {
        return name.matches("[A-Z][A-Z0-9_]*");
    }

    /** @param doubts what may set settings unseen; then nobody knows that a setting is not assigned */
    void add(Map<String, AppLabels.App> apps, List<String> doubts) {
        settings.names.forEach((name, binding) -> {
            if (isSetting(name)) {
                addSetting(name, binding);
            }
        });
        DjangoDefaults.VALUES.forEach((name, value) -> {
            if (!settings.names.containsKey(name)) {
                facts.add(
                        "django_setting",
                        List.of(environment, name),
                        new Attributes()
                                .put("value", value)
                                .put("assigned", false)
                                .undecided(doubts)
                                .put("file", settings.file.name())
                                .map());
            }
        });
        each("DATABASES", this::addDatabase);
        each("CACHES", this::addCache);
        addApps(apps);
    }

    private void addSetting(String name, Scope.Binding binding) {
        Value value = binding.value();
        List<String> reasons = new ArrayList<>(Values.reasons(value));
        reasons.addAll(doubts(binding));
        boolean nothing = value instanceof Unknown;
        Attributes attributes = new Attributes()
                .put("value", nothing ? null : ValueText.named(name, value))
                .undecided(reasons)
                .environment(Values.environment(value))
                .put("literal_secret", ValueText.literalSecret(name, value))
                .at(binding.file(), binding.line());
        if (value instanceof Dict dict) {
            attributes.put(
                    "items",
                    dict.entries.keySet().stream().map(ValueText::scalar).toList());
        } else if (!ValueText.secretName(name)) {
            attributes.put("items", ValueText.texts(value).isEmpty() ? null : ValueText.texts(value));
        }
        facts.add("django_setting", List.of(environment, name), attributes.map());
    }

    /** Why what a name is bound to may not be what it is bound to when the process runs. */
    private static List<String> doubts(Scope.Binding binding) {
        List<String> doubts = new ArrayList<>();
        String error = binding.file().error();
        if (error != null) {
            doubts.add("syntax error at " + binding.file().name() + ":" + error);
        }
        if (binding.doubt() != null) {
            doubts.add(binding.doubt());
        }
        return doubts;
    }

    private interface Entry {
        void add(String alias, Value entry, Scope.Binding binding);
    }

    private void each(String name, Entry entry) {
        Scope.Binding binding = settings.names.get(name);
        if (binding == null) {
            return;
        }
        String kind = name.equals("CACHES") ? "django_cache" : "django_database";
        if (binding.value() instanceof Dict dict) {
            dict.entries.forEach((alias, value) -> entry.add(String.valueOf(alias), value, binding));
            if (dict.rest != null) {
                facts.doubt(kind, environment + ": more entries of " + name + " are possible: " + dict.rest.reason());
            }
        } else {
            facts.doubt(
                    kind,
                    environment + ": " + name + " is not decided: "
                            + String.join("; ", Values.reasons(binding.value())));
        }
    }

    private void addDatabase(String alias, Value value, Scope.Binding binding) {
        Dict entry = value instanceof Dict dict ? dict : open(value);
        Value engine = entry.find("ENGINE");
        List<String> doubts = new ArrayList<>(engine == null ? List.of() : Values.reasons(engine));
        doubts.addAll(doubts(binding));
        Value options = entry.find("OPTIONS");
        Map<String, String> optionTexts = new TreeMap<>();
        if (options instanceof Dict dict) {
            dict.entries.forEach((key, option) ->
                    optionTexts.put(String.valueOf(key), ValueText.named(String.valueOf(key), option)));
        }
        Value password = entry.find("PASSWORD");
        String engineText = text(engine);
        Attributes attributes = new Attributes()
                .put("engine", engineText)
                .put("db_engine", engineText == null ? null : dbEngine(engineText))
                .put("name", text(entry.find("NAME")))
                .put("user", text(entry.find("USER")))
                .put("host", text(entry.find("HOST")))
                .put("port", text(entry.find("PORT")))
                .put("conn_max_age", text(entry.find("CONN_MAX_AGE")))
                .put("connect_timeout", optionTexts.get("connect_timeout"))
                .put("charset", optionTexts.get("charset"))
                .put("options", optionTexts)
                .put("atomic_requests", Boolean.TRUE.equals(truth(entry.find("ATOMIC_REQUESTS"))))
                .put("password_literal", password != null && ValueText.literalSecret("PASSWORD", password))
                .put("password_source", passwordSource(password))
                .environment(Values.environment(entry))
                .at(binding.file(), binding.line());
        if (doubts.isEmpty()) {
            attributes.reason(Values.reasons(entry));
        } else {
            attributes.undecided(doubts);
        }
        facts.add("django_database", List.of(environment, alias), attributes.map());
    }

    private static @Nullable Boolean truth(@Nullable Value value) {
        return value == null ? null : Values.truth(value);
    }

    private static Dict open(Value value) {
        Dict dict = new Dict();
        dict.rest = new Unknown(String.join("; ", Values.reasons(value)), Values.environment(value), false);
        return dict;
    }

    private static String passwordSource(@Nullable Value password) {
        if (password == null) {
            return "none";
        } else if (ValueText.literalSecret("PASSWORD", password)) {
            return "literal";
        } else if (!Values.environment(password).isEmpty()) {
            return "environment";
        }
        return password instanceof Constant ? "none" : "undecided";
    }

    /** A decided constant as text; null for None, nothing, and what is not decided. */
    private static @Nullable String text(@Nullable Value value) {
        return value instanceof Constant constant && !constant.isNone() ? ValueText.of(value) : null;
    }

    static String dbEngine(String backend) {
        String name = backend.toLowerCase(Locale.ROOT);
        if (name.contains("mysql") || name.contains("mariadb")) {
            return "mysql";
        } else if (name.contains("postg") || name.contains("psycopg") || name.contains("timescale")) {
            return "postgresql";
        } else if (name.contains("sqlite") || name.contains("spatialite")) {
            return "sqlite";
        } else if (name.contains("oracle")) {
            return "oracle";
        } else if (name.contains("mssql") || name.contains("sql_server") || name.contains("pyodbc")) {
            return "sqlserver";
        } else if (name.contains("cassandra")) {
            return "cassandra";
        }
        return backend;
    }

    private void addCache(String alias, Value value, Scope.Binding binding) {
        Dict entry = value instanceof Dict dict ? dict : open(value);
        Value backend = entry.find("BACKEND");
        String backendText = text(backend);
        List<String> doubts = new ArrayList<>(backend == null ? List.of() : Values.reasons(backend));
        doubts.addAll(doubts(binding));
        Value location = entry.find("LOCATION");
        facts.add(
                "django_cache",
                List.of(environment, alias),
                new Attributes()
                        .put("backend", backendText)
                        .put("store", backendText == null ? null : store(backendText))
                        .put(
                                "location",
                                location == null || location instanceof Unknown ? null : ValueText.of(location))
                        .undecided(doubts)
                        .environment(Values.environment(entry))
                        .at(binding.file(), binding.line())
                        .map());
    }

    static String store(String backend) {
        String name = backend.toLowerCase(Locale.ROOT);
        if (name.contains("redis") || name.contains("valkey")) {
            return "redis";
        } else if (name.contains("locmem")) {
            // Before memcached: the class is LocMemCache.
            return "local memory";
        } else if (name.contains("memcache") || name.contains("pylibmc")) {
            return "memcached";
        } else if (name.contains(".db.") || name.contains("database")) {
            return "database";
        } else if (name.contains("filebased")) {
            return "file";
        } else if (name.contains("dummy")) {
            return "dummy";
        }
        return backend;
    }

    private void addApps(Map<String, AppLabels.App> apps) {
        Scope.Binding binding = settings.names.get("INSTALLED_APPS");
        if (binding == null) {
            return;
        }
        List<Value> items = binding.value() instanceof Sequence list ? list.items : List.of(binding.value());
        long position = 0;
        for (Value item : items) {
            position++;
            if (item instanceof Constant constant && constant.raw() instanceof String name) {
                AppLabels.App app = apps.get(name);
                facts.add(
                        "django_app",
                        List.of(environment, name),
                        new Attributes()
                                .put("position", position)
                                .put("label", app == null ? AppLabels.labelOf(name) : app.label())
                                .put("own", app != null)
                                .at(binding.file(), binding.line())
                                .map());
            } else {
                facts.doubt(
                        "django_app",
                        environment + ": an entry of INSTALLED_APPS is not decided: "
                                + String.join("; ", Values.reasons(item)));
            }
        }
    }
}
