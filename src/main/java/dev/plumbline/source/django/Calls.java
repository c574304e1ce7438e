package dev.plumbline.source.django;

import dev.plumbline.source.django.Value.Call;
import dev.plumbline.source.django.Value.Constant;
import dev.plumbline.source.django.Value.Dict;
import dev.plumbline.source.django.Value.Instance;
import dev.plumbline.source.django.Value.PathText;
import dev.plumbline.source.django.Value.Sequence;
import dev.plumbline.source.django.Value.Symbol;
import dev.plumbline.source.django.Value.Unknown;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Calls: of the project's functions, of what the standard library and well-known packages offer to settings. */
final class Calls {

    private final Interpreter interpreter;
    private final Modules modules;
    private final AllNames names;

    Calls(Interpreter interpreter, Modules modules) {
        this.interpreter = interpreter;
        this.modules = modules;
        this.names = new AllNames(modules);
    }

    Value call(Value function, List<Value> arguments, Map<String, Value> named, Interpreter.Frame frame, Syntax node) {
        if (function instanceof Value.Function own) {
            return interpreter.call(own, arguments, named).value();
        } else if (function instanceof Value.Type type) {
            return instance(type, arguments, named, node.line());
        } else if (function instanceof Value.Method method) {
            return method(method, new Call(method.name(), arguments, named, node.line()));
        } else if (function instanceof Call reader) {
            Value read = EnvironmentReaders.read(
                    reader, "", new Call(reader.dotted(), arguments, named, node.line()), this::convert);
            return read != null
                    ? read
                    : Value.unknown("the result of " + reader.dotted() + "(…)(…) is not known from the text");
        } else if (function instanceof Symbol symbol) {
            return known(symbol.dotted(), new Call(symbol.dotted(), arguments, named, node.line()), frame);
        } else if (function instanceof Unknown unknown) {
            return new Unknown(unknown.reason(), unknown.environment(), false);
        }
        return Value.unknown("'" + Interpreter.shorten(node.text()) + "' cannot be evaluated");
    }

    /** Gives a text to a converter: a type, a lambda or a function of the project. */
    Value convert(Value converter, Value text) {
        if (converter instanceof Value.Function function) {
            return interpreter.call(function, List.of(text), Map.of()).value();
        } else if (converter instanceof Symbol symbol) {
            Value value = Conversions.convert(
                    symbol.dotted().substring(symbol.dotted().lastIndexOf('.') + 1), text);
            return value == null
                    ? new Unknown("is converted by " + symbol.dotted(), Values.environment(text), false)
                    : value;
        } else if (converter instanceof Call call && call.simpleName().equals("Csv")) {
            return Conversions.csv(text);
        }
        return new Unknown("is converted in a way that is not known", Values.environment(text), false);
    }

    private Value instance(Value.Type type, List<Value> arguments, Map<String, Value> named, int line) {
        if (readsEnvironment(type, 0)) {
            return Value.unknown(
                    "the attributes of " + type.name() + " may come from the environment, which its base class reads");
        }
        Instance instance =
                new Instance(type, new Call(type.body().module + "." + type.name(), arguments, named, line));
        if (Members.ofType(type, "__init__", instance) instanceof Value.Function init) {
            interpreter.call(init, arguments, named);
            return instance;
        }
        // A data class, a named tuple or a model takes its attributes by name; which the places mean is not looked up.
        if (!arguments.isEmpty()) {
            return Value.unknown("the result of " + type.name() + "(…) is not known from the text");
        }
        instance.attributes.putAll(named);
        return instance;
    }

    /** Whether variables of the environment win over what the class says, as with pydantic and goodconf. */
    private static boolean readsEnvironment(Value.Type type, int depth) {
        return depth < 20
                && type.bases().stream()
                        .anyMatch(base -> (base instanceof Symbol symbol
                                        && symbol.dotted().matches(".*[.](BaseSettings|GoodConf)"))
                                || (base instanceof Value.Type parent && readsEnvironment(parent, depth + 1)));
    }

    /** Python's {@code str}. */
    static Value text(Value value) {
        if (value instanceof Constant constant) {
            Object raw = constant.raw();
            String text = raw instanceof Boolean bool ? (bool ? "True" : "False") : String.valueOf(raw);
            return raw instanceof Duration || raw instanceof Double
                    ? new Constant(ValueText.scalar(raw), constant.environment())
                    : new Constant(constant.isNone() ? "None" : text, constant.environment());
        }
        return new Unknown(String.join("; ", Values.reasons(value)), Values.environment(value), false);
    }

    private Value known(String dotted, Call call, Interpreter.Frame frame) {
        Value first = call.arguments().isEmpty() ? null : call.arguments().get(0);
        Value environment = EnvironmentReaders.global(dotted, call, this::convert);
        if (environment != null) {
            return environment;
        }
        if (dotted.startsWith("builtins.")) {
            Value value = builtin(dotted.substring("builtins.".length()), call, frame);
            return value == null ? call : value;
        }
        switch (dotted) {
            case "pathlib.Path", "pathlib.PurePath", "environ.Path" -> {
                return path(call);
            }
            case "os.path.join" -> {
                return joinPaths(call);
            }
            case "os.path.dirname" -> {
                return pathOf(first, p -> Paths.parent(p, 1));
            }
            case "os.path.abspath", "os.path.realpath", "os.path.normpath", "os.fspath" -> {
                return pathOf(first, p -> new PathText(Paths.normal(p.text())));
            }
            case "datetime.timedelta" -> {
                return duration(call);
            }
            case "copy.copy", "copy.deepcopy" -> {
                return first == null ? call : Values.copy(first, new IdentityHashMap<>());
            }
            case "django.utils.translation.gettext_lazy",
                    "django.utils.translation.gettext",
                    "django.utils.translation.ugettext_lazy" -> {
                return first == null ? call : first;
            }
            case "importlib.import_module" -> {
                return names.module(call);
            }
            case "collections.OrderedDict" -> {
                Value value = builtin("dict", call, frame);
                return value == null ? call : value;
            }
            case "types.SimpleNamespace" -> {
                Instance namespace = new Instance(null, call);
                namespace.attributes.putAll(call.named());
                return namespace;
            }
            case "<names>.update" -> {
                return names.update(call, frame);
            }
            case "dynaconf.DjangoDynaconf" -> {
                modules.doubt(
                        frame.scope,
                        "dynaconf at " + frame.scope.file.name() + ":" + call.line()
                                + " may give any setting another value");
                return call;
            }
            case "logging.config.dictConfig" -> {
                return call;
            }
            case "split_settings.tools.optional" -> {
                return first == null ? call : first;
            }
            case "split_settings.tools.include" -> {
                call.arguments().forEach(a -> include(a, frame));
                return Value.NONE;
            }
            default -> {
                names.doubt(call, frame);
                return call;
            }
        }
    }

    private void include(Value pattern, Interpreter.Frame frame) {
        Path folder = frame.scope.file.path().getParent();
        if (!(pattern instanceof Constant constant) || folder == null) {
            modules.doubt(frame.scope, "a file that is not known is included at " + frame.scope.file.name());
            return;
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + ValueText.of(constant));
        try (Stream<Path> files = Files.walk(folder, 3)) {
            List<Path> found = files.filter(p -> matcher.matches(folder.relativize(p)))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                modules.doubt(
                        frame.scope,
                        ValueText.of(constant) + " is included at " + frame.scope.file.name()
                                + ", and the project does not have it");
            }
            Scope module = frame.scope.moduleScope();
            found.forEach(p -> modules.include(module, p));
        } catch (java.io.IOException e) {
            modules.doubt(frame.scope, folder.getFileName() + " cannot be listed");
        }
    }

    private @Nullable Value builtin(String name, Call call, Interpreter.Frame frame) {
        Value first = call.arguments().isEmpty() ? null : call.arguments().get(0);
        switch (name) {
            case "globals", "locals", "vars" -> {
                return first == null ? new Symbol("<names>") : AllNames.of(first);
            }
            case "dir" -> {
                return first instanceof Value.Module || first instanceof Instance
                        ? Methods.ofDict(AllNames.of(first), new Call("keys", List.of(), Map.of(), call.line()))
                        : null;
            }
            case "setattr" -> {
                names.set(call, frame);
                return Value.NONE;
            }
            case "exec", "eval" -> {
                modules.doubt(
                        frame.scope,
                        name + " at " + frame.scope.file.name() + ":" + call.line() + " may change any name");
                return null;
            }
            case "dict" -> {
                Dict dict = new Dict();
                if (first != null) {
                    Assignments.update(dict, first);
                }
                call.named().forEach(dict.entries::put);
                return dict;
            }
            case "list", "tuple", "set", "frozenset", "sorted" -> {
                Sequence list = new Sequence(
                        name.equals("sorted") ? "list" : name.equals("frozenset") ? "set" : name, List.of());
                if (first != null) {
                    Assignments.extend(list, first);
                }
                if (name.equals("sorted")) {
                    list.items.sort(java.util.Comparator.comparing(ValueText::exact));
                }
                return list;
            }
            case "len" -> {
                List<Value> items = first == null ? null : Interpreter.iterate(first);
                return items == null ? null : Value.of((long) items.size());
            }
            case "range" -> {
                return Conversions.range(call.arguments());
            }
            case "getattr" -> {
                return first != null
                                && call.arguments().size() > 1
                                && call.arguments().get(1) instanceof Constant attribute
                        ? new Members(modules)
                                .attribute(first, ValueText.of(attribute), frame.scope.file.name() + ":" + call.line())
                        : null;
            }
            case "int", "float", "bool", "str" -> {
                return first == null ? null : Conversions.convert(name, first);
            }
            default -> {
                return null;
            }
        }
    }

    private static Value path(Call call) {
        Value path = call.arguments().isEmpty()
                ? Value.of(new PathText("."))
                : pathOf(call.arguments().get(0), p -> p);
        for (int i = 1; i < call.arguments().size(); i++) {
            path = Operators.binary(path, "/", call.arguments().get(i));
        }
        return path;
    }

    private static Value joinPaths(Call call) {
        Value path = path(call);
        return path instanceof Constant constant
                ? new Constant(constant.raw().toString(), constant.environment())
                : path;
    }

    private interface PathFunction {
        PathText apply(PathText path);
    }

    private static Value pathOf(@Nullable Value value, PathFunction function) {
        if (value instanceof Constant constant
                && (constant.raw() instanceof String || constant.raw() instanceof PathText)) {
            return new Constant(function.apply(new PathText(constant.raw().toString())), constant.environment());
        }
        return value == null
                ? Value.unknown("no path is given")
                : new Unknown(String.join("; ", Values.reasons(value)), Values.environment(value), false);
    }

    private static Value duration(Call call) {
        List<String> units = List.of("days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks");
        double[] seconds = {86_400, 1, 0.000001, 0.001, 60, 3600, 604_800};
        double total = 0;
        Set<String> environment = Set.of();
        for (int i = 0; i < units.size(); i++) {
            Value part = call.argument(i, units.get(i));
            if (part instanceof Constant constant && constant.raw() instanceof Number number) {
                total += number.doubleValue() * seconds[i];
                environment = Values.join(environment, constant.environment());
            } else if (part != null) {
                return new Unknown(
                        "a duration that is not known: " + String.join("; ", Values.reasons(part)),
                        Values.environment(part),
                        false);
            }
        }
        return new Constant(Duration.ofMillis(Math.round(total * 1000)), environment);
    }

    private Value method(Value.Method method, Call call) {
        Value receiver = method.receiver();
        if (receiver instanceof Call reader) {
            Value read = EnvironmentReaders.read(reader, method.name(), call, this::convert);
            return read != null
                    ? read
                    : new Call(reader.dotted() + "." + method.name(), call.arguments(), call.named(), call.line());
        } else if (receiver instanceof Dict dict) {
            return Methods.ofDict(dict, call);
        } else if (receiver instanceof Sequence list) {
            return Methods.ofList(list, call);
        } else if (receiver instanceof Constant constant) {
            return Methods.ofConstant(constant, call);
        }
        return Value.unknown("the method " + method.name() + " cannot be evaluated");
    }
}
