package dev.plumbline.source.files;

import dev.plumbline.source.ProjectFacts;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Packages by file. Names of Python packages are compared without case and with {@code -} for {@code _} and dots. */
final class DependencyFacts {

    static final String NAMES =
            ".*\\.txt|.*\\.in|Pipfile|Pipfile\\.lock|poetry\\.lock|uv\\.lock|pyproject\\.toml|pom\\.xml|build\\.gradle(\\.kts)?|gradle\\.lockfile";

    private static final Pattern REQUIREMENT = Pattern.compile(
            "(?<name>[A-Za-z0-9][A-Za-z0-9._-]*)\\s*(?:\\[[^\\]]*\\])?\\s*(?<version>(?:[=<>!~]=?=?[^;#]*)|(?:@\\s*\\S+)|\\([^)]*\\))?\\s*(?:;.*)?");
    private static final Pattern INCLUDE = Pattern.compile("(?:-r|--requirement|-c|--constraint)(?:\\s+|=)(\\S+)");
    private static final Pattern EGG = Pattern.compile("(?:-e|--editable)?.*[#&]egg=([A-Za-z0-9._-]+).*");
    private static final Pattern TOML_ENTRY = Pattern.compile("\"?([A-Za-z0-9._-]+)\"?\\s*=\\s*(.*)");
    private static final Pattern GRADLE = Pattern.compile(
            "\\b(\\w*(?:[iI]mplementation|[aA]pi|[cC]ompileOnly|[rR]untimeOnly|compile|runtime|classpath|kapt|annotationProcessor))\\b\\s*\\(?\\s*(?:platform\\()?[\"']([^:\"']+:[^:\"']+)(?::([^\"']+))?[\"']");

    private final ProjectFacts facts;
    private final Path project;
    private final Set<Path> read = new HashSet<>();

    DependencyFacts(ProjectFacts facts, Path project) {
        this.facts = facts;
        this.project = project;
    }

    void add(Path file, String shown, String text) {
        if (!read.add(file)) {
            return;
        }
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".txt") || name.endsWith(".in")) {
            requirements(file, shown, text);
        } else if (name.equals("Pipfile.lock")) {
            pipfileLock(shown, text);
        } else if (name.equals("poetry.lock") || name.equals("uv.lock")) {
            tomlLock(shown, text);
        } else if (name.equals("Pipfile") || name.equals("pyproject.toml")) {
            toml(shown, text);
        } else if (name.equals("pom.xml")) {
            pom(shown, text);
        } else {
            gradle(shown, text, name.endsWith("lockfile"));
        }
    }

    private void fact(
            String shown, String name, String version, String ecosystem, boolean locked, String scope, int line) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        if (!version.isBlank() && !version.equals("*")) {
            attributes.put("version", withoutSecrets(version.strip()));
        }
        attributes.put("ecosystem", ecosystem);
        attributes.put("locked", locked);
        if (!scope.isEmpty()) {
            attributes.put("scope", scope);
        }
        attributes.put("file", shown);
        attributes.put("line", (long) line);
        String known = ecosystem.equals("python") ? normal(name) : name;
        facts.add("dependency", List.of(shown, known), attributes);
    }

    private static String withoutSecrets(String url) {
        return url.replaceAll("//[^/@\\s]*@", "//");
    }

    static String normal(String python) {
        return python.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
    }

    private void requirements(Path file, String shown, String text) {
        Set<String> seen = new HashSet<>();
        int number = 0;
        // A backslash at the end joins lines; the numbers of those after it are then those of their starts.
        for (String raw : text.replaceAll("\\\\\\R", " ").split("\\R", -1)) {
            number++;
            String line = raw.replaceFirst("(^|\\s)#.*", "")
                    .replaceAll("\\s--(hash|config-settings?)[= ]\\S+", "")
                    .strip();
            if (line.isEmpty()) {
                continue;
            }
            Matcher include = INCLUDE.matcher(line);
            Matcher egg = EGG.matcher(line);
            Matcher requirement = REQUIREMENT.matcher(line);
            if (include.matches()) {
                include(file, shown, include.group(1));
            } else if (egg.matches()) {
                fact(shown, egg.group(1), "", "python", false, "", number);
            } else if (!line.startsWith("-") && requirement.matches()) {
                String version = requirement.group("version") == null ? "" : requirement.group("version");
                if (seen.add(normal(requirement.group("name")))) {
                    fact(shown, requirement.group("name"), version, "python", false, "", number);
                }
            } else if (!line.startsWith("-")) {
                facts.doubt("dependency", shown + ":" + number + ": '" + withoutSecrets(line) + "' is no requirement");
            }
        }
    }

    private void include(Path file, String shown, String name) {
        Path other = file.resolveSibling(name).normalize();
        if (!other.startsWith(project) || !Files.isRegularFile(other)) {
            facts.doubt("dependency", shown + " includes " + name + ", which is not in the project");
            return;
        }
        try {
            add(other, project.relativize(other).toString().replace('\\', '/'), Files.readString(other));
        } catch (java.io.IOException e) {
            facts.doubt("dependency", name + " cannot be read as UTF-8");
        }
    }

    private void pipfileLock(String shown, String text) {
        try {
            JsonNode root = JsonMapper.shared().readTree(text);
            Set<String> seen = new HashSet<>();
            for (String group : List.of("default", "develop")) {
                root.path(group).properties().forEach(entry -> {
                    if (seen.add(normal(entry.getKey()))) {
                        fact(
                                shown,
                                entry.getKey(),
                                entry.getValue().path("version").asString(""),
                                "python",
                                true,
                                group,
                                1);
                    }
                });
            }
        } catch (JacksonException e) {
            facts.doubt("dependency", shown + " is no JSON");
        }
    }

    private void tomlLock(String shown, String text) {
        String name = "";
        int number = 0;
        boolean inPackage = false;
        Set<String> seen = new HashSet<>();
        for (String raw : text.split("\\R", -1)) {
            number++;
            String line = raw.strip();
            if (line.startsWith("[")) {
                inPackage = line.equals("[[package]]");
                name = "";
            } else if (inPackage && line.startsWith("name =")) {
                name = unquote(line.substring(6));
            } else if (inPackage && line.startsWith("version =") && !name.isEmpty() && seen.add(normal(name))) {
                fact(shown, name, unquote(line.substring(9)), "python", true, "", number);
            }
        }
    }

    private static String unquote(String text) {
        return text.strip().replaceAll("^[\"']|[\"']$", "");
    }

    /** The tables and arrays in which Pipfile, Poetry and PEP 621 list packages; no other part of TOML is needed. */
    private void toml(String shown, String text) {
        String table = "";
        boolean inArray = false;
        int number = 0;
        Set<String> seen = new HashSet<>();
        for (String raw : text.split("\\R", -1)) {
            number++;
            String line = raw.replaceFirst("^\\s*#.*", "").strip();
            if (inArray) {
                array(shown, table, line, number, seen);
                inArray = !line.startsWith("]") && !line.endsWith("]");
            } else if (line.startsWith("[")) {
                table = line.replaceAll("[\\[\\]\"]", "").strip();
            } else {
                Matcher entry = TOML_ENTRY.matcher(line);
                if (!entry.matches()) {
                    continue;
                }
                boolean list = (table.equals("project") && entry.group(1).equals("dependencies"))
                        || table.equals("project.optional-dependencies")
                        || table.equals("dependency-groups");
                boolean packages = table.matches(
                        "packages|dev-packages|tool\\.poetry\\.(dev-)?dependencies|tool\\.poetry\\.group\\.[^.]+\\.dependencies");
                if (list && entry.group(2).startsWith("[")) {
                    array(shown, table, entry.group(2).substring(1), number, seen);
                    inArray = !entry.group(2).endsWith("]");
                } else if (packages && !entry.group(1).equals("python") && seen.add(normal(entry.group(1)))) {
                    Matcher version =
                            Pattern.compile("version\\s*=\\s*[\"']([^\"']*)").matcher(entry.group(2));
                    String written = entry.group(2).startsWith("{")
                            ? (version.find() ? version.group(1) : "")
                            : unquote(entry.group(2));
                    fact(shown, entry.group(1), written, "python", false, table, number);
                }
            }
        }
    }

    private void array(String shown, String table, String line, int number, Set<String> seen) {
        Matcher item = Pattern.compile("\"([^\"]+)\"|'([^']+)'").matcher(line);
        while (item.find()) {
            String written = item.group(1) == null ? item.group(2) : item.group(1);
            Matcher requirement = REQUIREMENT.matcher(written);
            if (requirement.matches() && seen.add(normal(requirement.group("name")))) {
                String version = requirement.group("version") == null ? "" : requirement.group("version");
                fact(shown, requirement.group("name"), version, "python", false, table, number);
            }
        }
    }

    private void pom(String shown, String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            NodeList list = builder.parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                    .getElementsByTagName("dependency");
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < list.getLength(); i++) {
                if (list.item(i) instanceof Element element) {
                    String name = child(element, "groupId") + ":" + child(element, "artifactId");
                    if (seen.add(name)) {
                        fact(shown, name, child(element, "version"), "java", false, child(element, "scope"), 1);
                    }
                }
            }
        } catch (ParserConfigurationException | SAXException | java.io.IOException e) {
            facts.doubt("dependency", shown + " is no XML that can be read");
        }
    }

    private static String child(Element element, String name) {
        NodeList list = element.getElementsByTagName(name);
        return list.getLength() == 0 ? "" : list.item(0).getTextContent().strip();
    }

    private void gradle(String shown, String text, boolean lock) {
        Set<String> seen = new HashSet<>();
        int number = 0;
        for (String line : text.split("\\R", -1)) {
            number++;
            if (lock) {
                String[] parts = line.split("=", 2)[0].split(":", -1);
                if (!line.startsWith("#") && parts.length == 3 && seen.add(parts[0] + ":" + parts[1])) {
                    fact(shown, parts[0] + ":" + parts[1], parts[2], "java", true, "", number);
                }
                continue;
            }
            Matcher dependency = GRADLE.matcher(line);
            if (!line.strip().startsWith("//") && dependency.find() && seen.add(dependency.group(2))) {
                String version = dependency.group(3) == null ? "" : dependency.group(3);
                fact(shown, dependency.group(2), version, "java", false, dependency.group(1), number);
            }
        }
    }
}
