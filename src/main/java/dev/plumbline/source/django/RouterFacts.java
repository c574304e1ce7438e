package dev.plumbline.source.django;

import dev.plumbline.source.ProjectFacts;
import dev.plumbline.source.django.Value.Constant;
import dev.plumbline.source.django.Value.Dict;
import dev.plumbline.source.django.Value.Instance;
import dev.plumbline.source.django.Value.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the routers of an environment decide: their methods are called for every installed app and every alias, as
 * Django would, and their answers are noted.
 */
final class RouterFacts {

    private static final String NONE = "none";
    private static final String REFUSED = "refused";
    private static final String UNDECIDED = "undecided";

    private final ProjectFacts facts;
    private final String environment;
    private final Scope settings;
    private final Modules modules;
    private final Interpreter interpreter;

    RouterFacts(ProjectFacts facts, String environment, Scope settings, Modules modules) {
        this.facts = facts;
        this.environment = environment;
        this.settings = settings;
        this.modules = modules;
        this.interpreter = new Interpreter(modules);
    }

    /** One router, ready to be asked. */
    private record Router(
            String name,
            Value.@Nullable Type type,
            @Nullable String doubt) {}

    void add(Map<String, AppLabels.App> apps) {
        Map<String, String> engines = databases();
        Set<String> labels = labels(apps);
        List<Router> routers = routers();
        List<Answers> answers = new ArrayList<>();
        long position = 0;
        for (Router router : routers) {
            Answers answer = new Answers(router);
            labels.forEach(answer::askFor);
            engines.keySet().forEach(alias -> labels.forEach(label -> answer.askMigrate(alias, label)));
            answers.add(answer);
            addRouter(answer, ++position, labels, engines.keySet());
        }
        labels.forEach(label -> addRoute(label, answers, engines));
    }

    private Map<String, String> databases() {
        Map<String, String> engines = new TreeMap<>();
        if (settings.find("DATABASES") instanceof Dict databases) {
            databases.entries.forEach((alias, value) -> {
                Value engine = value instanceof Dict entry ? entry.find("ENGINE") : null;
                engines.put(
                        String.valueOf(alias),
                        engine instanceof Constant constant ? SettingsFacts.dbEngine(ValueText.of(constant)) : "");
            });
        }
        return engines;
    }

    private Set<String> labels(Map<String, AppLabels.App> apps) {
        Set<String> labels = new TreeSet<>();
        if (settings.find("INSTALLED_APPS") instanceof Sequence list) {
            ValueText.texts(list).forEach(name -> {
                AppLabels.App app = apps.get(name);
                labels.add(app == null ? AppLabels.labelOf(name) : app.label());
            });
        }
        return labels;
    }

    private List<Router> routers() {
        Value value = settings.find("DATABASE_ROUTERS");
        List<Router> routers = new ArrayList<>();
        if (value instanceof Sequence list) {
            for (Value item : list.items) {
                routers.add(router(item));
            }
        } else if (value != null) {
            routers.add(new Router("?", null, "DATABASE_ROUTERS is not decided"));
        }
        return routers;
    }

    private Router router(Value item) {
        if (item instanceof Constant constant && constant.raw() instanceof String dotted && dotted.contains(".")) {
            int dot = dotted.lastIndexOf('.');
            Value type = new Imports(modules).member(dotted.substring(0, dot), dotted.substring(dot + 1));
            return type instanceof Value.Type own
                    ? new Router(dotted, own, null)
                    : new Router(dotted, null, dotted + " is not in the project");
        } else if (item instanceof Value.Type type) {
            return new Router(type.body().module + "." + type.name(), type, null);
        } else if (item instanceof Instance instance && instance.type != null) {
            return new Router(instance.type.body().module + "." + instance.type.name(), instance.type, null);
        }
        return new Router("?", null, String.join("; ", Values.reasons(item)));
    }

    /** What one router says. */
    private final class Answers {
        final Router router;
        final Map<String, String> reads = new TreeMap<>();
        final Map<String, String> writes = new TreeMap<>();
        /** Alias to label to true, false or undecided; an absent answer leaves it to others. */
        final Map<String, Map<String, String>> migrates = new TreeMap<>();

        final Set<String> reasons = new LinkedHashSet<>();
        private final @Nullable Instance self;

        Answers(Router router) {
            this.router = router;
            this.self = router.type() == null ? null : new Instance(router.type(), null);
            if (router.doubt() != null) {
                reasons.add(router.doubt());
            }
        }

        void askFor(String label) {
            reads.put(label, alias("db_for_read", List.of(model(label))));
            writes.put(label, alias("db_for_write", List.of(model(label))));
        }

        void askMigrate(String alias, String label) {
            Interpreter.Outcome outcome = ask("allow_migrate", List.of(Value.of(alias), Value.of(label)));
            String answer;
            if (outcome == null) {
                answer = router.type() == null ? UNDECIDED : NONE;
            } else if (outcome.raises() || outcome.perhapsRaises()) {
                answer = UNDECIDED;
            } else if (outcome.value() instanceof Constant constant && constant.isNone()) {
                answer = NONE;
            } else {
                Boolean truth = Values.truth(outcome.value());
                answer = truth == null ? UNDECIDED : truth.toString();
                if (truth == null) {
                    reasons.addAll(Values.reasons(outcome.value()));
                }
            }
            migrates.computeIfAbsent(alias, a -> new TreeMap<>()).put(label, answer);
        }

        private String alias(String method, List<Value> arguments) {
            Interpreter.Outcome outcome = ask(method, arguments);
            if (outcome == null) {
                return router.type() == null ? UNDECIDED : NONE;
            } else if (outcome.raises()) {
                return REFUSED;
            } else if (!outcome.perhapsRaises() && outcome.value() instanceof Constant constant) {
                return Boolean.TRUE.equals(Values.truth(constant)) ? ValueText.of(constant) : NONE;
            }
            reasons.addAll(Values.reasons(outcome.value()));
            return UNDECIDED;
        }

        /** Null if the router has no such method. */
        private Interpreter.@Nullable Outcome ask(String method, List<Value> arguments) {
            if (self == null || router.type() == null) {
                return null;
            }
            return Members.ofType(router.type(), method, self) instanceof Value.Function function
                    ? interpreter.call(function, arguments, Map.of("**", Value.unknown("hints are not known")))
                    : null;
        }
    }

    /** A model of that app, of which only the app is known. */
    private static Instance model(String label) {
        Instance meta = new Instance(null, null);
        meta.attributes.put("app_label", Value.of(label));
        Instance model = new Instance(null, null);
        model.attributes.put("_meta", meta);
        return model;
    }

    private void addRouter(Answers answers, long position, Set<String> labels, Set<String> aliases) {
        List<String> deniedAliases = aliases.stream()
                .filter(a -> !labels.isEmpty() && labels.stream().allMatch(l -> denied(answers, a, l)))
                .toList();
        List<String> deniedApps = labels.stream()
                .filter(l -> !aliases.isEmpty() && aliases.stream().allMatch(a -> denied(answers, a, l)))
                .toList();
        boolean undecided = answers.router.type() == null
                || answers.reads.containsValue(UNDECIDED)
                || answers.writes.containsValue(UNDECIDED)
                || answers.migrates.values().stream().anyMatch(m -> m.containsValue(UNDECIDED));
        Value.Type type = answers.router.type();
        Attributes attributes = new Attributes()
                .put("position", position)
                .put("read_routes", answers.reads)
                .put("write_routes", answers.writes)
                .put("read_aliases", targets(answers.reads))
                .put("write_aliases", targets(answers.writes))
                .put("falls_through_for_write", answers.writes.containsValue(NONE))
                .put("write_fall_through_apps", with(answers.writes, NONE))
                .put("write_refused_apps", with(answers.writes, REFUSED))
                .put("migrate_denied_aliases", deniedAliases)
                .put("migrate_denied_apps", deniedApps);
        if (type != null) {
            attributes.at(type.body().file, type.line());
        }
        if (undecided) {
            attributes.undecided(
                    answers.reasons.isEmpty() ? Set.of("a method may raise an error or not") : answers.reasons);
        }
        facts.add("django_router", List.of(environment, answers.router.name()), attributes.map());
    }

    private static boolean denied(Answers answers, String alias, String label) {
        return "false".equals(answers.migrates.getOrDefault(alias, Map.of()).get(label));
    }

    private static List<String> targets(Map<String, String> routes) {
        return routes.values().stream()
                .filter(a -> !Set.of(NONE, REFUSED, UNDECIDED).contains(a))
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> with(Map<String, String> routes, String answer) {
        return routes.entrySet().stream()
                .filter(e -> e.getValue().equals(answer))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void addRoute(String label, List<Answers> answers, Map<String, String> engines) {
        String read = first(answers, a -> a.reads.get(label));
        String write = first(answers, a -> a.writes.get(label));
        List<String> migrates = new ArrayList<>();
        boolean undecided = read.equals(UNDECIDED) || write.equals(UNDECIDED);
        for (String alias : engines.keySet()) {
            String answer =
                    first(answers, a -> a.migrates.getOrDefault(alias, Map.of()).get(label));
            undecided |= answer.equals(UNDECIDED);
            if (!answer.equals("false") && !answer.equals(UNDECIDED)) {
                migrates.add(alias);
            }
        }
        Scope.Binding binding = settings.names.get("DATABASE_ROUTERS");
        String readAlias = alias(read);
        String writeAlias = alias(write);
        Attributes attributes = new Attributes()
                .put("read_alias", readAlias)
                .put("write_alias", writeAlias)
                .put("read_engine", readAlias == null ? null : engineOf(engines, readAlias))
                .put("write_engine", writeAlias == null ? null : engineOf(engines, writeAlias))
                .put("by_default", write.equals(NONE))
                .put("write_refused", write.equals(REFUSED))
                .put("migrates_on", migrates);
        if (undecided) {
            Set<String> reasons = new LinkedHashSet<>();
            answers.forEach(a -> reasons.addAll(a.reasons));
            attributes.undecided(reasons.isEmpty() ? Set.of("a router is not decided") : reasons);
        }
        if (binding == null) {
            attributes.put("file", settings.file.name());
        } else {
            attributes.at(binding.file(), binding.line());
        }
        facts.add("django_route", List.of(environment, label), attributes.map());
    }

    private static @Nullable String engineOf(Map<String, String> engines, String alias) {
        String engine = engines.getOrDefault(alias, "");
        return engine.isEmpty() ? null : engine;
    }

    private static @Nullable String alias(String answer) {
        return switch (answer) {
            case NONE -> "default";
            case REFUSED, UNDECIDED -> null;
            default -> answer;
        };
    }

    private interface Ask {
        @Nullable
        String of(Answers answers);
    }

    /** The first answer that leaves nothing to those after it. */
    private static String first(List<Answers> answers, Ask ask) {
        for (Answers one : answers) {
            String answer = ask.of(one);
            if (answer != null && !answer.equals(NONE)) {
                return answer;
            }
        }
        return NONE;
    }
}
