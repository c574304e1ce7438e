package dev.plumbline.source;

import dev.plumbline.fact.Kind;
import java.util.ArrayList;
import java.util.Arrays;
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

    private static final Pattern ATTRIBUTE = Pattern.compile(
            "(?<name>[a-z][a-z0-9_]*)\\s+(?<type>text|bool|int|list|map)\\s+(?<role>definition|privilege|state|operational|cosmetic|order|identity|context)"
                    + "(?:\\s+=(?<otherwise>\"[^\"]*\"|\\S+))?(?:\\s+(?<about>.*))?");
    private static final Pattern HEADER = Pattern.compile("[a-z]+: .*");
    private static final Pattern LINE_PREDICATE = Pattern.compile("\\s*(?:--|//)\\s*\\[(?<predicate>[^\\]]+)\\]\\s*$");

    private final String name;
    private final String kindName;
    private final Map<String, String> header;
    private final List<String> normals;
    private final List<String> unread;
    private final List<String> found;
    private final List<Kind.Attribute> attributes;
    private final List<String> body;

    private QueryFile(
            String name,
            String kindName,
            Map<String, String> header,
            List<String> normals,
            List<String> unread,
            List<String> found,
            List<Kind.Attribute> attributes,
            List<String> body) {
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
     * @param name the file's name without its folder, for instance {@code grant+schema.sql}
     * @throws IllegalArgumentException naming the line that is no header line
     */
    public static QueryFile parse(String name, String text) {
        Map<String, String> header = new HashMap<>();
        List<String> normals = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        List<String> found = new ArrayList<>();
        List<Kind.Attribute> attributes = new ArrayList<>();
        List<String> body = new ArrayList<>();
        boolean inAttributes = false;
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            boolean comment = line.startsWith("--") || line.startsWith("//");
            if (!comment || !body.isEmpty()) {
                if (!line.isBlank() || !body.isEmpty()) {
                    body.add(line);
                }
                continue;
            }
            String content = line.substring(2).strip();
            Matcher attribute = ATTRIBUTE.matcher(content);
            if (content.equals("attributes:")) {
                inAttributes = true;
            } else if (inAttributes && attribute.matches()) {
                attributes.add(attribute(attribute));
            } else if (!inAttributes && content.startsWith("normal: ")) {
                normals.add(content.substring("normal: ".length()));
            } else if (!inAttributes && content.startsWith("unread: ")) {
                unread.add(content.substring("unread: ".length()));
            } else if (!inAttributes && content.startsWith("found: ")) {
                found.add(content.substring("found: ".length()));
            } else if (!inAttributes && HEADER.matcher(content).matches()) {
                header.put(
                        content.substring(0, content.indexOf(':')),
                        content.substring(content.indexOf(':') + 2).strip());
            } else if (!content.isEmpty()) {
                throw new IllegalArgumentException(name + ":" + number + ": '" + content + "' is no header line");
            }
        }
        String stem = name.substring(0, name.lastIndexOf('.'));
        int plus = stem.indexOf('+');
        return new QueryFile(
                name, plus < 0 ? stem : stem.substring(0, plus), header, normals, unread, found, attributes, body);
    }

    private static Kind.Attribute attribute(Matcher matcher) {
        Kind.Type type = Kind.Type.valueOf(matcher.group("type").toUpperCase(Locale.ROOT));
        Kind.Role role = Kind.Role.valueOf(matcher.group("role").toUpperCase(Locale.ROOT));
        String about = matcher.group("about") == null ? "" : matcher.group("about");
        return new Kind.Attribute(
                matcher.group("name"), type, role, otherwise(type, matcher.group("otherwise")), about);
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
        for (String word : header.getOrDefault("impact", "").split("\\s+", -1)) {
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
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(w -> !w.isEmpty())
                .toList();
    }

    /** The query as it stands in the file. */
    String body() {
        return String.join("\n", body);
    }

    /** The statement for a server: without header, and without lines meant for others. */
    public String text(ServerVersion version) {
        StringBuilder out = new StringBuilder();
        for (String line : body) {
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
