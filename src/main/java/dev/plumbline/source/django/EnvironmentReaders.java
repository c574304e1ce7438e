package dev.plumbline.source.django;

import dev.plumbline.source.django.Value.Call;
import dev.plumbline.source.django.Value.Constant;
import dev.plumbline.source.django.Value.Dict;
import dev.plumbline.source.django.Value.Sequence;
import dev.plumbline.source.django.Value.Symbol;
import dev.plumbline.source.django.Value.Unknown;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which settings ask their environment: {@code os}, django-environ, environs, python-decouple and
 * dj-database-url. A variable with a default is worth the default, and depends on the variable; one without is not
 * decided.
 */
final class EnvironmentReaders {

    private EnvironmentReaders() {}

    /** {@code os.environ['X']}: the process does not start without it. */
    static Value required(Value name) {
        return name instanceof Constant constant && named(constant)
                ? new Unknown(
                        "the environment variable " + constant.raw() + " has no default",
                        Set.of(String.valueOf(constant.raw())),
                        false)
                : Value.unknown("an environment variable whose name is not known");
    }

    /**
     * A function that is asked by its own name.
     *
     * @param convert a converter and the text for it
     * @return null if it asks no environment
     */
    static @Nullable Value global(String dotted, Call call, BiFunction<Value, Value, Value> convert) {
        return switch (dotted) {
            case "os.environ.get", "os.getenv", "os.environ.setdefault", "os.environ.pop" ->
                variable(call.argument(0, "key"), call.argument(1, "default"), true);
            case "decouple.config" -> decouple(call, convert);
            case "dj_database_url.config" -> {
                Value name = call.named().getOrDefault("env", Value.of("DATABASE_URL"));
                yield database(url(name, call.argument(0, "default")), call);
            }
            case "dj_database_url.parse" -> {
                Value url = call.argument(0, "url");
                yield database(url == null ? Value.NONE : url, call);
            }
            case "environ.Env.read_env", "dotenv.load_dotenv", "dotenv.read_dotenv" -> Value.NONE;
            default -> null;
        };
    }

    /** A call of, or of a method of, a reader that was made before. */
    static @Nullable Value read(Call reader, String method, Call call, BiFunction<Value, Value, Value> convert) {
        return switch (reader.dotted()) {
            case "environ.Env", "environ.FileAwareEnv" -> environ(reader, method, call, convert);
            case "environs.Env" -> environs(method, call);
            case "decouple.AutoConfig", "decouple.Config" -> method.isEmpty() ? decouple(call, convert) : null;
            default -> null;
        };
    }

    /** What is no name, such as a URL, must not be repeated where names of variables stand. */
    private static boolean named(Constant name) {
        return String.valueOf(name.raw()).matches("[A-Za-z_][A-Za-z0-9_.-]*");
    }

    private static Value variable(@Nullable Value name, @Nullable Value otherwise, boolean perhapsNone) {
        if (!(name instanceof Constant constant) || !named(constant)) {
            return Value.unknown("an environment variable whose name is not known");
        }
        Set<String> names = Set.of(String.valueOf(constant.raw()));
        boolean none = otherwise instanceof Constant c && c.isNone();
        if (otherwise == null || none) {
            return new Unknown(
                    "the environment variable " + constant.raw() + " has no default", names, perhapsNone || none);
        }
        return Values.depending(otherwise, names);
    }

    private static Value decouple(Call call, BiFunction<Value, Value, Value> convert) {
        Value value = variable(call.argument(0, "option"), call.argument(1, "default"), false);
        Value cast = call.argument(2, "cast");
        if (cast == null || value instanceof Unknown) {
            return value;
        }
        return cast instanceof Symbol symbol && symbol.dotted().equals("builtins.bool")
                ? Conversions.environmentBool(value)
                : convert.apply(cast, value);
    }

    private static @Nullable Value environ(
            Call reader, String method, Call call, BiFunction<Value, Value, Value> convert) {
        Value name = call.argument(0, "var");
        switch (method) {
            case "read_env" -> {
                return Value.NONE;
            }
            case "db", "db_url" -> {
                return database(url(name == null ? Value.of("DATABASE_URL") : name, call.argument(1, "default")), call);
            }
            case "db_url_config" -> {
                return database(name == null ? Value.NONE : name, call);
            }
            case "cache_url_config" -> {
                return cache(name == null ? Value.NONE : name);
            }
            case "cache", "cache_url" -> {
                return cache(url(name == null ? Value.of("CACHE_URL") : name, call.argument(1, "default")));
            }
            default -> {}
        }
        Value cast = method.isEmpty() ? call.argument(1, "cast") : call.named().get("cast");
        Value otherwise = method.isEmpty() ? call.argument(2, "default") : call.argument(1, "default");
        Value scheme = name instanceof Constant c ? reader.named().get(String.valueOf(c.raw())) : null;
        if (scheme instanceof Sequence pair && pair.items.size() == 2) {
            cast = cast == null ? pair.items.get(0) : cast;
            otherwise = otherwise == null ? pair.items.get(1) : otherwise;
        } else if (scheme != null && cast == null) {
            cast = scheme;
        }
        Value value = variable(name, otherwise, false);
        if (value instanceof Unknown) {
            return value;
        }
        String type = method;
        if (method.isEmpty() && cast instanceof Symbol symbol) {
            type = symbol.dotted().substring(symbol.dotted().lastIndexOf('.') + 1);
        } else if (method.isEmpty() && cast != null) {
            return cast instanceof Sequence ? Conversions.split(value, ",") : convert.apply(cast, value);
        }
        return typed(type, value);
    }

    private static @Nullable Value environs(String method, Call call) {
        return switch (method) {
            case "read_env", "seal" -> Value.NONE;
            case "dj_db_url" -> database(url(call.argument(0, "name"), call.argument(1, "default")), call);
            case "dj_cache_url" -> cache(url(call.argument(0, "name"), call.argument(1, "default")));
            default -> typed(method, variable(call.argument(0, "name"), call.argument(1, "default"), false));
        };
    }

    private static Value typed(String type, Value value) {
        Value converted = switch (type) {
            case "bool" -> Conversions.environmentBool(value);
            case "int", "float", "list", "tuple" -> Conversions.convert(type, value);
            default -> value;
        };
        return converted == null ? value : converted;
    }

    /** The URL that a variable holds, or the reason why it is not known. */
    private static Value url(@Nullable Value name, @Nullable Value otherwise) {
        return variable(name, otherwise, false);
    }

    private static Value database(Value url, Call call) {
        Dict dict = dict(url, text -> DatabaseUrl.database(text));
        call.named().forEach((key, value) -> {
            if (key.startsWith("conn_") || key.equals("engine")) {
                dict.entries.put(key.toUpperCase(Locale.ROOT), value);
            }
        });
        return dict;
    }

    private static Value cache(Value url) {
        return dict(url, DatabaseUrl::cache);
    }

    private static Dict dict(Value url, java.util.function.Function<String, Dict> parse) {
        if (url instanceof Constant constant
                && (constant.raw() instanceof String || constant.raw() instanceof Value.PathText)) {
            Dict dict = parse.apply(String.valueOf(constant.raw()));
            Values.depending(dict, constant.environment());
            return dict;
        }
        Dict open = new Dict();
        open.rest = new Unknown(
                "comes from a URL that is not known: " + String.join("; ", Values.reasons(url)),
                Values.environment(url),
                false);
        return open;
    }
}
