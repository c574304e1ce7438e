package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.plumbline.rule.Verdict.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Independent readers of the formats: parsers of others, checked against the formats' own schemas. */
final class Readers {

    private static final JsonMapper MAPPER = new JsonMapper();

    private Readers() {}

    static Parsed.Counts json(Path main, AuditResult result) throws IOException {
        String text = Files.readString(main);
        try (InputStream in = resource("/schema/report.schema.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in);
            assertThat(schema.validate(text, InputFormat.JSON)).isEmpty();
        }
        JsonNode report = MAPPER.readTree(text);
        long findings = items(report, "judgements")
                .mapToLong(j -> j.get("findings").size())
                .sum();
        long failing = items(report, "judgements")
                .flatMap(j -> items(j, "findings"))
                .filter(f -> f.get("outcome").asString().equals("fail"))
                .count();
        assertThat(report.at("/summary/findings/fail").asLong()).isEqualTo(failing);
        assertThat(report.at("/summary/exitCode").asInt()).isEqualTo(result.exitCode());
        assertThat(report.get("project").asString().replace("?", "\ud800"))
                .as("text arrives unchanged, but for half a surrogate pair, which UTF-8 has no bytes for")
                .isEqualTo(result.project().replace("?", "\ud800"));
        return new Parsed.Counts(findings, failing);
    }

    static Parsed.Counts junit(Path main, AuditResult result) throws IOException {
        Document document = xml(main, "/report/junit.xsd");
        Element root = document.getDocumentElement();
        NodeList cases = document.getElementsByTagName("testcase");
        assertThat(cases.getLength()).isEqualTo(result.judgements().size());
        assertThat(root.getAttribute("tests")).isEqualTo(Integer.toString(cases.getLength()));
        AuditResult.Totals totals = result.totals();
        assertThat(document.getElementsByTagName("error").getLength())
                .isEqualTo(totals.judgements(Outcome.ERROR)
                        + totals.judgements(Outcome.CONFLICT)
                        + totals.judgements(Outcome.NO_EVIDENCE));
        assertThat(document.getElementsByTagName("skipped").getLength())
                .isEqualTo(totals.judgements(Outcome.WAIVED)
                        + totals.judgements(Outcome.FROZEN)
                        + totals.judgements(Outcome.NOT_APPLICABLE));
        int failures = document.getElementsByTagName("failure").getLength();
        assertThat(root.getAttribute("failures")).isEqualTo(Integer.toString(failures));
        Pattern line = Pattern.compile("(?m)^(fail|waived|frozen|no-evidence|conflict|error) \\w+:");
        long findings = IntStream.range(0, cases.getLength())
                .mapToLong(i ->
                        line.matcher(cases.item(i).getTextContent()).results().count())
                .sum();
        return new Parsed.Counts(findings, failures);
    }

    static Parsed.Counts text(Path main, AuditResult result) throws IOException {
        String text = Files.readString(main);
        assertThat(text).doesNotContain("\u001b", "\u202e", "\u0000");
        assertThat(text).endsWith("exit code " + result.exitCode() + ".\n");
        long findings = count(
                text,
                "(?m)^(?:critical|high|medium|low|info|fails|no evidence|conflict|error|waived|frozen)  .*"
                        + "  ([\\d,]+) findings?$");
        // Rules without evidence stand together by what they lack.
        long unjudged = count(text, "(?m)^no evidence  ([\\d,]+) rules?  ");
        return new Parsed.Counts(findings + unjudged, count(text.replaceAll("\\s+", " "), "([\\d,]+) failures? \\("));
    }

    /** The page is also well-formed XML, but for attributes that are there or not; so an XML parser can judge it. */
    static Parsed.Counts html(Path main, AuditResult result) throws IOException {
        Parsed.Counts english = page(main, result, "Not shown here: [\\d,]+ more of this rule.*");
        Parsed.Counts spanish =
                page(main.resolveSibling("index.es.html"), result, "No se muestran aquí: .* más de esta regla.*");
        assertThat(spanish).isEqualTo(english);
        return english;
    }

    private static Parsed.Counts page(Path file, AuditResult result, String left) throws IOException {
        String text = Files.readString(file)
                .replaceAll("(<(?:details|form|p)\\b[^<>]*) (open|hidden)(?=[ >])", "$1 $2=\"\"")
                .replace("<!DOCTYPE html>", "");
        Document page = document(new InputSource(new StringReader(text)), file);
        assertThat(page.getElementsByTagName("script").getLength()).isEqualTo(1);
        assertThat(page.getElementsByTagName("style").getLength()).isEqualTo(1);
        assertThat(text).doesNotContain("@import", "url(", " src=");
        assertThat(page.getElementsByTagName("link").getLength()).isZero();
        assertThat(page.getElementsByTagName("article").getLength())
                .isEqualTo(result.targets().size());
        Set<String> ids = new HashSet<>();
        long shown = 0;
        long failing = 0;
        NodeList all = page.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            NamedNodeMap attributes = element.getAttributes();
            for (int a = 0; a < attributes.getLength(); a++) {
                assertThat(attributes.item(a).getNodeName()).doesNotStartWith("on");
            }
            if (element.hasAttribute("href")) {
                assertThat(element.getAttribute("href")).matches("(https?://|#|index\\.).*");
            }
            if (element.hasAttribute("id")) {
                assertThat(ids.add(element.getAttribute("id"))).isTrue();
            }
            if (element.getAttribute("class").equals("finding")) {
                shown++;
                failing += element.getAttribute("data-outcome").equals("fail") ? 1 : 0;
            }
            if (element.hasAttribute("data-left")) {
                assertThat(element.getTextContent()).matches(left);
                long more = Long.parseLong(element.getAttribute("data-left"));
                shown += more;
                failing += more;
            }
        }
        assertThat(Files.size(file)).as("bytes").isLessThan(2_000_000);
        return new Parsed.Counts(shown, failing);
    }

    static Parsed.Counts sarif(Path main, AuditResult result) throws IOException {
        String text = Files.readString(main);
        try (InputStream in = resource("/schema/sarif-schema-2.1.0.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(in);
            assertThat(schema.validate(text, InputFormat.JSON)).isEmpty();
        }
        JsonNode run = MAPPER.readTree(text).get("runs").get(0);
        JsonNode rules = run.at("/tool/driver/rules");
        items(run, "results").forEach(r -> {
            assertThat(rules.get(r.get("ruleIndex").asInt()).get("id")).isEqualTo(r.get("ruleId"));
            assertThat(r.get("level").asString().equals("none"))
                    .isEqualTo(!r.get("kind").asString().equals("fail"));
        });
        JsonNode invocation = run.get("invocations").get(0);
        long errors = invocation.get("toolExecutionNotifications").size();
        assertThat(errors).isEqualTo(result.totals().findings(Outcome.ERROR));
        assertThat(invocation.get("exitCode").asInt()).isEqualTo(result.exitCode());
        long failing = items(run, "results")
                .filter(r -> r.get("kind").asString().equals("fail") && !r.has("suppressions"))
                .count();
        return new Parsed.Counts(run.get("results").size() + errors, failing);
    }

    static Parsed.Counts markdown(Path main, AuditResult result) throws IOException {
        String text = Files.readString(main);
        assertThat(text.length()).as("GitHub's limit for a comment").isLessThan(65_536);
        assertThat(Files.exists(main.resolveSibling("report.es.md"))).isTrue();
        Node document = Parser.builder()
                .extensions(List.of(TablesExtension.create()))
                .build()
                .parse(text);
        long[] rows = {0};
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(HtmlBlock html) {
                onlyFolds(html.getLiteral());
            }

            @Override
            public void visit(HtmlInline html) {
                onlyFolds(html.getLiteral());
            }

            @Override
            public void visit(Link link) {
                throw new AssertionError("a link to " + link.getDestination());
            }

            @Override
            public void visit(Image image) {
                throw new AssertionError("an image of " + image.getDestination());
            }

            @Override
            public void visit(CustomNode node) {
                rows[0] += node instanceof TableRow ? 1 : 0;
                visitChildren(node);
            }
        });
        int tables = (result.targets().isEmpty() ? 0 : 1) + (result.controls().isEmpty() ? 0 : 1);
        long changes = 0;
        for (AuditResult.Target target : result.targets()) {
            long here = target.drift().map(d -> d.changes().size()).orElse(0);
            changes += here + (here > 0 ? 1L : 0L);
        }
        assertThat(rows[0])
                .as("rows of tables")
                .isEqualTo(tables + result.targets().size() + result.controls().size() + changes);
        long findings = count(text, "(?m)^<details><summary>.*</code> · ([\\d,]+) findings?</summary>$");
        return new Parsed.Counts(findings, count(text, "([\\d,]+) failures? \\("));
    }

    private static void onlyFolds(String html) {
        assertThat(html.replaceAll("</?(details|summary|b|code)>", "")).doesNotContain("<", ">");
    }

    static Parsed.Counts github(Path main, AuditResult result) throws IOException {
        String text = Files.readString(main);
        Pattern command = Pattern.compile("::(error|warning|notice) (\\w+=[^,:\\n]*)(,\\w+=[^,:\\n]*)*::.+");
        assertThat(text.lines()).allMatch(l -> command.matcher(l).matches());
        assertThat(text.lines().count()).isLessThanOrEqualTo(22);
        assertThat(text).contains("exit code " + result.exitCode());
        long annotated = text.lines().filter(l -> !l.startsWith("::notice")).count();
        return new Parsed.Counts(
                annotated + count(text, "without an annotation: ([\\d,]+)"), count(text, "([\\d,]+) failures? \\("));
    }

    static Parsed.Counts allure(Path main, AuditResult result) throws IOException {
        Properties environment = new Properties();
        environment.load(new StringReader(Files.readString(main.resolve("environment.properties"))));
        assertThat(environment)
                .hasSize(2 + result.targets().size() + result.basis().debts().size());
        assertThat(tree(main.resolve("categories.json")).size()).isEqualTo(7);
        long failing = 0;
        long findings = 0;
        int tests = 0;
        try (Stream<Path> files = Files.list(main)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith("-result.json")).toList()) {
                JsonNode test = tree(file);
                tests++;
                assertThat(file.getFileName()).hasToString(test.get("uuid").asString() + "-result.json");
                assertThat(test.get("status").asString()).isIn("passed", "failed", "broken", "skipped");
                failing += test.get("status").asString().equals("failed") ? 1 : 0;
                String attachment = test.at("/attachments/0/source").asString();
                findings += Pattern.compile("(?m)^(fail|waived|frozen|no-evidence|conflict|error) \\w+:")
                        .matcher(Files.readString(main.resolve(attachment)))
                        .results()
                        .count();
            }
        }
        assertThat(tests).isEqualTo(result.judgements().size());
        return new Parsed.Counts(findings, failing);
    }

    /** The sum of the numbers a pattern's first group finds. */
    static long count(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .mapToLong(m -> Long.parseLong(m.group(1).replace(",", "")))
                .sum();
    }

    static Stream<JsonNode> items(JsonNode node, String name) {
        return StreamSupport.stream(node.get(name).spliterator(), false);
    }

    static InputStream resource(String name) {
        return Objects.requireNonNull(Readers.class.getResourceAsStream(name), name);
    }

    static JsonNode tree(Path file) throws IOException {
        return MAPPER.readTree(Files.readString(file, StandardCharsets.UTF_8));
    }

    private static Document xml(Path file, String schema) throws IOException {
        Document document = document(new InputSource(file.toUri().toString()), file);
        try {
            SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(Readers.class.getResource(schema))
                    .newValidator()
                    .validate(new DOMSource(document));
            return document;
        } catch (SAXException e) {
            throw new AssertionError(file + " is no JUnit XML", e);
        }
    }

    private static Document document(InputSource source, Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(source);
        } catch (ParserConfigurationException | SAXException e) {
            throw new AssertionError(file + " is not well-formed", e);
        }
    }
}
