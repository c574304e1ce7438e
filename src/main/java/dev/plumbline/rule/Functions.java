package dev.plumbline.rule;

import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelErrorCode;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The functions rules have beyond those of CEL itself, each with its documentation. */
final class Functions {

    private static final CelType TEXT = SimpleType.STRING;
    private static final CelType BOOL = SimpleType.BOOL;
    private static final CelType INT = SimpleType.INT;
    private static final CelType TEXTS = ListType.create(SimpleType.STRING);
    private static final CelType ANY = TypeParamType.create("A");
    private static final CelType ANYS = ListType.create(ANY);

    private static final java.util.regex.Pattern WORD =
            java.util.regex.Pattern.compile("[\\p{Lu}]+(?![\\p{Ll}])|\\p{Lu}?[\\p{Ll}\\p{Lo}\\p{Lt}\\p{Lm}]+|\\p{Nd}+");

    /** Patterns that are computed are few; a rule that makes one up for each fact only loses speed. */
    private static final int CACHED_PATTERNS = 1000;

    private static final Map<String, TextPattern> PATTERNS = new ConcurrentHashMap<>();

    private Functions() {}

    /** What a function does. */
    interface Body {
        Object apply(World.View view, Object[] arguments);
    }

    /**
     * One way to call a function.
     *
     * @param member whether it is called as {@code first.name(rest)}
     * @param kind the kind of facts it looks up; empty if none
     */
    record Function(
            String name,
            boolean member,
            List<CelType> arguments,
            CelType result,
            String kind,
            String about,
            String example,
            Body body) {

        Function {
            arguments = List.copyOf(arguments);
        }

        String overload() {
            return "plumbline_" + name + "_" + arguments.size();
        }
    }

    /** Those that do not depend on the kinds. */
    static List<Function> common() {
        return List.of(
                global(
                        "snake_case",
                        List.of(TEXT),
                        BOOL,
                        "Whether a name is lower-case words of ASCII letters and digits joined by single underscores",
                        "snake_case('order_line2') == true",
                        (v, a) -> isSnakeCase(text(a[0]))),
                global(
                        "ascii",
                        List.of(TEXT),
                        BOOL,
                        "Whether a text has ASCII characters only",
                        "ascii('año') == false",
                        (v, a) -> text(a[0]).chars().allMatch(c -> c < 128)),
                global(
                        "reserved",
                        List.of(TEXT),
                        BOOL,
                        "Whether a name is a reserved word of the engine the fact was read from, so that it needs quotes",
                        "reserved('select') == true",
                        (v, a) -> ReservedWords.contains(v.engine(), text(a[0]))),
                global(
                        "reserved",
                        List.of(TEXT, TEXT),
                        BOOL,
                        "The same for a named engine",
                        "reserved('rank', 'mysql') == true",
                        (v, a) -> ReservedWords.contains(text(a[1]), text(a[0]))),
                global(
                        "quoted",
                        List.of(TEXT),
                        TEXT,
                        "The name as a statement for the engine of the fact has to write it: in quotes if it needs them",
                        "quoted('total') == 'total'",
                        (v, a) -> SqlNames.quoted(v.engine(), text(a[0]))),
                global(
                        "quoted",
                        List.of(TEXT, TEXT),
                        TEXT,
                        "The same with its schema, which is left out if it is empty or PostgreSQL's public",
                        "quoted('shop', 'total') == 'shop.total'",
                        (v, a) -> SqlNames.quoted(v.engine(), text(a[0]), text(a[1]))),
                global(
                        "account",
                        List.of(TEXT),
                        TEXT,
                        "The name of a role, user or grantee as a statement for the engine of the fact has to write it",
                        "account('app') == 'app'",
                        (v, a) -> SqlNames.account(v.engine(), text(a[0]))),
                global(
                        "framework_table",
                        List.of(TEXT),
                        BOOL,
                        "Whether a table of that name, in any case, belongs to a framework or a migration tool, which "
                                + "decides its shape",
                        "framework_table('django_migrations') == true",
                        (v, a) -> FrameworkTables.contains(text(a[0]))),
                global(
                        "words",
                        List.of(TEXT),
                        TEXTS,
                        "The words of a name in lower case: parted at anything but letters and digits, between letters "
                                + "and digits, and where camelCase changes",
                        "words('orderLine_2') == ['order', 'line', '2']",
                        (v, a) -> words(text(a[0]))),
                global(
                        "lower",
                        List.of(TEXT),
                        TEXT,
                        "The text in lower case",
                        "lower('ID') == 'id'",
                        (v, a) -> text(a[0]).toLowerCase(Locale.ROOT)),
                global(
                        "upper",
                        List.of(TEXT),
                        TEXT,
                        "The text in upper case",
                        "upper('id') == 'ID'",
                        (v, a) -> text(a[0]).toUpperCase(Locale.ROOT)),
                global(
                        "join",
                        List.of(TEXTS, TEXT),
                        TEXT,
                        "The items with a text between them",
                        "join(['a', 'b'], ', ') == 'a, b'",
                        (v, a) -> String.join(text(a[1]), texts(a[0]))),
                member(
                        "split",
                        List.of(TEXT, TEXT),
                        TEXTS,
                        "The pieces between the occurrences of a separator, empty ones included",
                        "'a,,b'.split(',') == ['a', '', 'b']",
                        (v, a) -> split(text(a[0]), text(a[1]))),
                member(
                        "replace",
                        List.of(TEXT, TEXT, TEXT),
                        TEXT,
                        "The text with every occurrence of one text replaced by another",
                        "'a_b'.replace('_', '-') == 'a-b'",
                        (v, a) -> text(a[0]).replace(text(a[1]), text(a[2]))),
                member(
                        "trim",
                        List.of(TEXT),
                        TEXT,
                        "The text without white space at its ends",
                        "' a '.trim() == 'a'",
                        (v, a) -> text(a[0]).strip()),
                global(
                        "intersects",
                        List.of(ANYS, ANYS),
                        BOOL,
                        "Whether two lists have an item in common",
                        "intersects(['a', 'b'], ['b']) == true",
                        (v, a) -> !Collections.disjoint(set(a[0]), set(a[1]))),
                global(
                        "subset",
                        List.of(ANYS, ANYS),
                        BOOL,
                        "Whether every item of the first list is in the second",
                        "subset(['a'], ['a', 'b']) == true",
                        (v, a) -> set(a[1]).containsAll(set(a[0]))),
                global(
                        "without",
                        List.of(ANYS, ANYS),
                        ANYS,
                        "The items of the first list that are not in the second, in their order",
                        "without(['a', 'b'], ['a']) == ['b']",
                        (v, a) -> {
                            Set<?> out = set(a[1]);
                            return list(a[0]).stream()
                                    .filter(i -> !out.contains(i))
                                    .toList();
                        }),
                global(
                        "first",
                        List.of(ANYS, INT),
                        ANYS,
                        "The first items of a list, at most that many",
                        "first(['a', 'b', 'c'], 2) == ['a', 'b']",
                        (v, a) -> {
                            List<?> items = list(a[0]);
                            return items.subList(0, (int) Math.max(0, Math.min(items.size(), (Long) a[1])));
                        }),
                global(
                        "distinct",
                        List.of(ANYS),
                        ANYS,
                        "The list with each item once, at its first place",
                        "distinct(['a', 'a']) == ['a']",
                        (v, a) -> List.copyOf(new LinkedHashSet<>(list(a[0])))),
                global(
                        "duplicates",
                        List.of(ANYS),
                        ANYS,
                        "The items that stand more than once in the list, each once, by their first place",
                        "duplicates(['a', 'b', 'a']) == ['a']",
                        (v, a) -> duplicates(list(a[0]))),
                global(
                        "sorted",
                        List.of(TEXTS),
                        TEXTS,
                        "The items in the order of their characters",
                        "sorted(['b', 'a']) == ['a', 'b']",
                        (v, a) -> texts(a[0]).stream().sorted().toList()),
                global(
                        "age_days",
                        List.of(TEXT),
                        INT,
                        "Whole days from a date (2026-01-31) or a time (2026-01-31T12:00:00Z; without a zone, UTC) to "
                                + "the moment of the audit; negative for the future; an error if it is neither",
                        "age_days('2026-01-31') >= 0",
                        (v, a) -> Ages.days(text(a[0]), v.world().now())),
                global(
                        "seconds_between",
                        List.of(TEXT, TEXT),
                        INT,
                        "Whole seconds from the first date or time to the second, both as for age_days; negative if the "
                                + "second is earlier",
                        "seconds_between('2026-01-31', '2026-01-31T00:01:00Z') == 60",
                        (v, a) -> Ages.secondsBetween(text(a[0]), text(a[1]))),
                global(
                        "exists",
                        List.of(TEXT),
                        BOOL,
                        "Whether there is a fact at a path, in the target of the fact or, for rules on the project, "
                                + "anywhere; no-evidence if there is none and its kind was not read",
                        "exists('table:public.orders') == true",
                        (v, a) -> exists(v, text(a[0]))));
    }

    /** For each kind a function that finds a fact by its reference or path. */
    static Function lookUp(Kind kind) {
        return new Function(
                kind.name() + "_at",
                false,
                List.of(TEXT),
                FactModel.reference(kind.name()),
                kind.name(),
                "The " + kind.name() + " that a reference (public.orders) or a path (" + kind.name()
                        + ":public.orders) means; an error if there is none, so ask exists() first where that may be",
                kind.name() + "_at('public.orders')",
                (v, a) -> lookUp(v, kind.name(), text(a[0])));
    }

    private static Function global(
            String name, List<CelType> arguments, CelType result, String about, String example, Body body) {
        return new Function(name, false, arguments, result, "", about, example, body);
    }

    private static Function member(
            String name, List<CelType> arguments, CelType result, String about, String example, Body body) {
        return new Function(name, true, arguments, result, "", about, example, body);
    }

    private static String text(Object value) {
        return (String) value;
    }

    private static List<?> list(Object value) {
        return (List<?>) value;
    }

    private static Set<?> set(Object value) {
        return new HashSet<>(list(value));
    }

    private static List<String> texts(Object value) {
        return list(value).stream().map(String.class::cast).toList();
    }

    private static boolean isSnakeCase(String name) {
        boolean letterDue = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c >= 'a' && c <= 'z';
            boolean digit = c >= '0' && c <= '9';
            if (!letter && !(digit && i > 0) && !(c == '_' && !letterDue)) {
                return false;
            }
            letterDue = c == '_';
        }
        return !letterDue;
    }

    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        java.util.regex.Matcher word = WORD.matcher(name);
        while (word.find()) {
            words.add(word.group().toLowerCase(Locale.ROOT));
        }
        return List.copyOf(words);
    }

    private static List<String> split(String text, String separator) {
        return separator.isEmpty()
                ? text.codePoints().mapToObj(Character::toString).toList()
                : Arrays.asList(text.split(java.util.regex.Pattern.quote(separator), -1));
    }

    private static List<?> duplicates(List<?> items) {
        Map<Object, Integer> counts = new LinkedHashMap<>();
        items.forEach(i -> counts.merge(i, 1, Integer::sum));
        return counts.entrySet().stream()
                .filter(e -> e.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static FactPath path(String text) {
        try {
            return FactPath.parse(text);
        } catch (IllegalArgumentException e) {
            throw new EvalError(CelErrorCode.BAD_FORMAT, String.valueOf(e.getMessage()));
        }
    }

    /** The targets in which a look-up from somewhere searches: its own, or from the project all. */
    private static List<World.View> scope(World.View view) {
        return view == view.world().project() ? view.world().views() : List.of(view);
    }

    private static boolean exists(World.View view, String text) {
        FactPath path = path(text);
        for (World.View place : scope(view)) {
            if (place.find(path) != null) {
                return true;
            }
        }
        String gap = Gaps.of(scope(view), path.kind());
        if (!gap.isEmpty()) {
            throw new EvalError.NotRead("whether there is " + text + " is not known: " + gap);
        }
        return false;
    }

    private static Node lookUp(World.View view, String kind, String reference) {
        boolean isPath = reference.startsWith(kind + ":");
        for (World.View place : scope(view)) {
            @Nullable Node found = isPath ? place.find(path(reference)) : place.findReference(kind, reference);
            if (found != null) {
                return found;
            }
        }
        throw new EvalError(CelErrorCode.ATTRIBUTE_NOT_FOUND, "there is no " + kind + " " + reference);
    }

    /** A pattern, compiled once. */
    static TextPattern pattern(String text) {
        TextPattern known = PATTERNS.get(text);
        if (known != null) {
            return known;
        }
        try {
            TextPattern made = TextPattern.compile(text);
            if (PATTERNS.size() < CACHED_PATTERNS) {
                PATTERNS.put(text, made);
            }
            return made;
        } catch (PatternSyntaxException e) {
            throw new EvalError(CelErrorCode.INVALID_ARGUMENT, "is no pattern: " + e.getMessage());
        }
    }
}
