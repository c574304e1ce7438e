package dev.plumbline.source;

import dev.plumbline.fact.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One file under {@code catalog/<engine>/}: a query, and in its leading comment what it yields. The aliases of the
 * query's columns are the names of the path and of the attributes. A file named {@code kind.sql} declares the kind; one
 * named {@code kind+part.sql} adds rows to it and needs only the header lines that differ; {@code kind.kind} declares a
 * kind that is not read by a query.
 *
 * <pre>
 * -- kind: column
 * -- plural: columns
 * -- about: Columns of tables and views.
 * -- parent: table, view              (or *: the path starts with the kind of any other fact)
 * -- path: schema, table, column
 * -- impact: missing=breaking unexpected=additive
 * -- server: &gt;= 14                    (when it is asked; else the kind is unsupported by this server)
 * -- denied: what it means when the privilege is missing
 * -- rank: 1                          (sent among the first, since it takes long; the others have none)
 * -- present: pg_policy               (the query is not sent where nothing is selected from this)
 * -- each: django_migrations          (the query reads a table of this name in every schema that has one)
 * -- show: view                       (the statement is sent for single objects, see {@link Shown})
 * -- only: show_create               (sent only if a target asks for it, see {@link Endpoint#showCreate})
 * -- completes: tablespace            (the rows add these attributes to facts that other files of the kind read)
 * -- normal: a normal form, see {@link NormalForm}; as many lines as there are
 * -- unread: what the server has and shows in no table that a query could read; as many lines as there are
 * -- attributes:
 * --   position  int   order               Rank; gaps of dropped columns are closed.
 * --   nullable  bool  definition  =true   Whether NULL may be stored.
 * --   type      text  definition          With modifiers.
 * select …,
 *        i.indnullsnotdistinct as nulls_not_distinct,  -- [&gt;= 15]
 *        false as nulls_not_distinct,                  -- [&lt; 15]
 * </pre>
 *
 * A line that ends in {@code -- [predicate]} is sent only to servers for which the predicate holds, see
 * {@link ServerVersion#matches}.
 */
public final class QueryFile {

    private static final Map<String, Kind.Type> TYPES = byWord(Kind.Type.values());
    private static final Map<String, Kind.Role> ROLES = byWord(Kind.Role.values());
    private static final Pattern LINE_PREDICATE = Pattern.compile("\\s*(?:--|//)\\s*\\[(?<predicate>[^\\]]+)\\]\\s*$");

    private final String name;
    private final String kindName;
    private final Map<String, String> header;
    private final List<String> normals;
    private final List<String> unread;
    private final List<String> found;
    private final List<Kind.Attribute> attributes;
    private final String body;

    private QueryFile(
            String name,
            String kindName,
            Map<String, String> header,
            List<String> normals,
            List<String> unread,
            List<String> found,
            List<Kind.Attribute> attributes,
            String body) {
        this.name = name;
        this.kindName = kindName;
        this.header = header;
        this.normals = normals;
        this.unread = unread;
        this.found = found;
        this.attributes = attributes;
        this.body = body;
    }

    /**
     * Each start of the program parses all files before much of its code is compiled: hence no regular expressions, and
     * the body is not looked at.
     *
     * @param name the file's name without its folder, for instance {@code grant+schema.sql}
     * @throws IllegalArgumentException naming the line that is no header line
     */
    public static QueryFile parse(String name, String text) {
        Map<String, String> header = new HashMap<>();
        List<String> normals = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        List<String> found = new ArrayList<>();
        List<Kind.Attribute> attributes = new ArrayList<>();
        boolean inAttributes = false;
        int start = 0;
        for (int number = 1; start < text.length(); number++) {
            int end = text.indexOf('\n', start);
            String line = text.substring(start, end < 0 ? text.length() : end);
            boolean comment = line.startsWith("--") || line.startsWith("//");
            if (!comment && !line.isBlank()) {
                break;
            }
            start = end < 0 ? text.length() : end + 1;
            String content = comment ? line.substring(2).strip() : "";
            int colon = content.indexOf(": ");
            Optional<Kind.Attribute> attribute = inAttributes ? attribute(content) : Optional.empty();
            if (content.equals("attributes:")) {
                inAttributes = true;
            } else if (attribute.isPresent()) {
                attributes.add(attribute.get());
            } else if (!inAttributes && colon > 0 && isLetters(content, colon)) {
                String value = content.substring(colon + 2);
                switch (content.substring(0, colon)) {
                    case "normal" -> normals.add(value);
                    case "unread" -> unread.add(value);
                    case "found" -> found.add(value);
                    default -> header.put(content.substring(0, colon), value.strip());
                }
            } else if (!content.isEmpty()) {
                throw new IllegalArgumentException(name + ":" + number + ": '" + content + "' is no header line");
            }
        }
        String stem = name.substring(0, name.lastIndexOf('.'));
        int plus = stem.indexOf('+');
        return new QueryFile(
                name,
                plus < 0 ? stem : stem.substring(0, plus),
                header,
                normals,
                unread,
                found,
                attributes,
                text.substring(start));
    }

    private static boolean isLetters(String text, int end) {
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) < 'a' || text.charAt(i) > 'z') {
                return false;
            }
        }
        return true;
    }

    /** A name, a type, a role, the usual value behind {@code =} if there is one, and what is said of it. */
    private static Optional<Kind.Attribute> attribute(String content) {
        String[] words = new String[3];
        String rest = content;
        for (int i = 0; i < words.length; i++) {
            words[i] = word(rest);
            rest = rest.substring(words[i].length()).stripLeading();
        }
        Kind.Type type = TYPES.get(words[1]);
        Kind.Role role = ROLES.get(words[2]);
        if (type == null || role == null || !isName(words[0])) {
            return Optional.empty();
        }
        String otherwise = null;
        if (rest.startsWith("=")) {
            int quote = rest.startsWith("=\"") ? rest.indexOf('"', 2) : -1;
            otherwise = quote < 0 ? word(rest).substring(1) : rest.substring(1, quote + 1);
            rest = rest.substring(1 + otherwise.length()).stripLeading();
        }
        return Optional.of(new Kind.Attribute(words[0], type, role, otherwise(type, otherwise), rest));
    }

    /** Until the next blank. */
    private static String word(String text) {
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
    }

    private static boolean isName(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if ((c < 'a' || c > 'z') && (i == 0 || (c != '_' && (c < '0' || c > '9')))) {
                return false;
            }
        }
        return !word.isEmpty();
    }

    private static <E extends Enum<E>> Map<String, E> byWord(E[] values) {
        Map<String, E> words = new HashMap<>();
        for (E value : values) {
            words.put(value.name().toLowerCase(Locale.ROOT), value);
        }
        return words;
    }

    private static @Nullable Object otherwise(Kind.Type type, @Nullable String text) {
        if (text == null) {
            return null;
        }
        return switch (type) {
            case TEXT -> text.startsWith("\"") ? text.substring(1, text.length() - 1) : text;
            case BOOL -> Boolean.valueOf(text);
            case INT -> Long.valueOf(text);
            case LIST -> List.of();
            case MAP -> Map.of();
        };
    }

    /** The file's name, for instance {@code column.sql}. */
    public String name() {
        return name;
    }

    /** The name of the kind whose facts the rows are. */
    public String kindName() {
        return kindName;
    }

    /** Whether the file declares its kind, or only adds rows to it. */
    public boolean declares() {
        return !name.contains("+");
    }

    /** Whether there is anything to send. */
    public boolean hasQuery() {
        return !body.isEmpty();
    }

    /** Whether this server has such a thing. */
    public boolean serves(ServerVersion version) {
        String predicate = header.get("server");
        return predicate == null || version.matches(predicate);
    }

    /** The predicate of the header line {@code server}, if there is one. */
    public Optional<String> server() {
        return Optional.ofNullable(header.get("server"));
    }

    /** What the server has of this kind and shows in no table that a query could read, a sentence each. */
    public List<String> unread() {
        return List.copyOf(unread);
    }

    /** @param reader the folder that holds the file */
    List<NormalForm> normalForms(String reader) {
        return normals.stream()
                .map(text -> NormalForm.parse(reader, kindName, text))
                .toList();
    }

    /**
     * The table that the query reads in every schema that has one. The query then says <code>${table}</code> for it and
     * <code>${schema}</code> for the name of its schema in facts; those of all schemas are sent together as one.
     */
    public Optional<String> each() {
        return Optional.ofNullable(header.get("each"));
    }

    /**
     * Attributes that the rows add to facts which other files of the kind have read; empty if the rows are facts. What
     * cannot be read of them leaves the facts as they are.
     */
    public List<String> completes() {
        return words(header.getOrDefault("completes", ""));
    }

    /** What is read of single objects, if the file's statement shows one. */
    public Optional<Shown> shown() {
        return header.containsKey("show")
                ? Optional.of(Shown.parse(
                        header.getOrDefault("show", ""),
                        header.getOrDefault("when", ""),
                        header.getOrDefault("unless", ""),
                        Optional.ofNullable(header.get("part")),
                        found))
                : Optional.empty();
    }

    /** Whether it is sent only where it was asked for, since it costs one statement for each object. */
    public boolean onlyIfAsked() {
        return header.containsKey("only");
    }

    /**
     * The place among the first, from 1; those without one come after them. Two connections take the files in this order,
     * so that the longest do not begin last, and that those which open every table tend to share a connection.
     */
    int rank() {
        return Integer.parseInt(header.getOrDefault("rank", String.valueOf(Integer.MAX_VALUE)));
    }

    /** What the query finds nothing without, to stand behind {@code from}; empty if it is always sent. */
    String presence() {
        return header.getOrDefault("present", "");
    }

    /** What a missing privilege means for what is read. */
    public Optional<String> denied() {
        return Optional.ofNullable(header.get("denied"));
    }

    /** The kind that the header declares. */
    public Kind kind() {
        for (String required : List.of("plural", "about", "path")) {
            if (!header.containsKey(required)) {
                throw new IllegalArgumentException(name + ": the header has no line '" + required + ":'");
            }
        }
        return new Kind(
                kindName,
                header.getOrDefault("plural", ""),
                header.getOrDefault("about", ""),
                words(header.getOrDefault("parent", "")),
                words(header.getOrDefault("path", "")),
                impacts(),
                attributes);
    }

    private Kind.Impacts impacts() {
        Map<String, Kind.Impact> impacts = new HashMap<>();
        for (String word : header.getOrDefault("impact", "").split(" ", -1)) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                impacts.put(
                        word.substring(0, equals),
                        Kind.Impact.valueOf(word.substring(equals + 1).toUpperCase(Locale.ROOT)));
            }
        }
        return new Kind.Impacts(
                impacts.getOrDefault("missing", Kind.Impact.BREAKING),
                impacts.getOrDefault("unexpected", Kind.Impact.ADDITIVE));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.split(",", -1)) {
            if (!word.isBlank()) {
                words.add(word.strip());
            }
        }
        return words;
    }

    /** The query as it stands in the file. */
    String body() {
        return body;
    }

    /** The statement for a server: without header, and without lines meant for others. */
    public String text(ServerVersion version) {
        StringBuilder out = new StringBuilder();
        for (String line : body.split("\n", -1)) {
            if (!line.stripTrailing().endsWith("]")) {
                out.append(line).append('\n');
                continue;
            }
            Matcher matcher = LINE_PREDICATE.matcher(line);
            if (!matcher.find()) {
                out.append(line).append('\n');
            } else if (version.matches(matcher.group("predicate"))) {
                out.append(line, 0, matcher.start()).append('\n');
            }
        }
        return out.toString().strip();
    }
}
