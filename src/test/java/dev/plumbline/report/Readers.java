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
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;
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
                .isEqualTo(totals.judgements(Outcome.WAIVED) + totals.judgements(Outcome.NOT_APPLICABLE));
        int failures = document.getElementsByTagName("failure").getLength();
        assertThat(root.getAttribute("failures")).isEqualTo(Integer.toString(failures));
        Pattern line = Pattern.compile("(?m)^(fail|waived|no-evidence|conflict|error) \\w+:");
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
                "(?m)^(?:critical|high|medium|low|info|fails|no evidence|conflict|error|waived)  .*"
                        + "  ([\\d,]+) findings?$");
        return new Parsed.Counts(findings, count(text.replaceAll("\\s+", " "), "([\\d,]+) failures? \\("));
    }

    /** The page is also well-formed XML, but for attributes that are there or not; so an XML parser can judge it. */
    static Parsed.Counts html(Path main, AuditResult result) throws IOException {
        Parsed.Counts english = page(main, result, "(?s).*more of this rule are not shown here.*");
        Parsed.Counts spanish = page(main.resolveSibling("index.es.html"), result, "(?s).*más de esta regla no se .*");
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

    /** The sum of the numbers a pattern's first group finds. */
    static long count(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .mapToLong(m -> Long.parseLong(m.group(1).replace(",", "")))
                .sum();
    }

    static java.util.stream.Stream<JsonNode> items(JsonNode node, String name) {
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
