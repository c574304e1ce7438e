package dev.plumbline.report;

import dev.plumbline.report.words.Messages;
import dev.plumbline.report.words.Visible;
import dev.plumbline.rule.FrozenFindings;
import dev.plumbline.rule.Judgement;
import dev.plumbline.rule.Verdict;
import dev.plumbline.rule.Verdict.Outcome;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit XML as CI servers read it: a suite for each target, a case for each rule. Skipped are rules that do not apply and
 * rules whose findings are all waived or frozen; what could not be judged is an error, never a success.
 */
final class JunitReport implements ReportWriter.OneFile {

    private static final Set<Outcome> ERRORS = EnumSet.of(Outcome.ERROR, Outcome.CONFLICT, Outcome.NO_EVIDENCE);
    private static final Set<Outcome> SKIPPED = EnumSet.of(Outcome.WAIVED, Outcome.FROZEN, Outcome.NOT_APPLICABLE);

    private final Messages messages = Messages.in("en");

    @Override
    public String format() {
        return "junit";
    }

    @Override
    public String file() {
        return "junit.xml";
    }

    @Override
    public void render(AuditResult result, Writer out) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuites");
            attribute(xml, "name", "plumbline " + result.project());
            counts(xml, result.judgements());
            attribute(xml, "time", String.format(Locale.ROOT, "%.3f", result.millis() / 1000.0));
            for (Map.Entry<String, List<Judgement>> suite : suites(result).entrySet()) {
                suite(xml, result, suite.getKey(), suite.getValue());
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
        }
    }

    /** Targets in their order, also those without a judgement; then what else was judged, such as {@code project}. */
    private static Map<String, List<Judgement>> suites(AuditResult result) {
        Map<String, List<Judgement>> suites = new LinkedHashMap<>();
        result.targets().forEach(t -> suites.put(t.name(), new ArrayList<>()));
        result.judgements()
                .forEach(j -> suites.computeIfAbsent(j.target(), t -> new ArrayList<>())
                        .add(j));
        return suites;
    }

    private static void counts(XMLStreamWriter xml, List<Judgement> judgements) throws XMLStreamException {
        attribute(xml, "tests", Integer.toString(judgements.size()));
        attribute(xml, "failures", count(judgements, EnumSet.of(Outcome.FAIL)));
        attribute(xml, "errors", count(judgements, ERRORS));
        attribute(xml, "skipped", count(judgements, SKIPPED));
    }

    private static String count(List<Judgement> judgements, Set<Outcome> outcomes) {
        return Long.toString(
                judgements.stream().filter(j -> outcomes.contains(j.outcome())).count());
    }

    private void suite(XMLStreamWriter xml, AuditResult result, String name, List<Judgement> judgements)
            throws XMLStreamException {
        open(xml, 1, "testsuite");
        attribute(xml, "name", name);
        counts(xml, judgements);
        attribute(xml, "timestamp", result.startedAt().toString());
        open(xml, 2, "properties");
        property(xml, "plumbline.version", result.toolVersion());
        for (FrozenFindings.Summary debt : result.basis().debts()) {
            if (debt.target().equals(name)) {
                property(xml, "frozen", Integer.toString(debt.first() + debt.later()));
                property(xml, "frozen.grown", Integer.toString(debt.later()));
            }
        }
        for (AuditResult.Target target : result.targets()) {
            if (target.name().equals(name)) {
                property(xml, "engine", target.engine());
                property(xml, "version", target.version());
                property(xml, "where", target.where());
                property(xml, "facts", Integer.toString(target.facts()));
                property(xml, "digest", target.digest());
                property(xml, "baseline", target.baseline().orElse(""));
                property(
                        xml,
                        "changes",
                        target.drift()
                                .map(d -> Integer.toString(d.changes().size()))
                                .orElse(""));
            }
        }
        close(xml, 2);
        for (Judgement judgement : judgements) {
            testCase(xml, judgement);
        }
        close(xml, 1);
    }

    private void testCase(XMLStreamWriter xml, Judgement judgement) throws XMLStreamException {
        open(xml, 2, "testcase");
        attribute(xml, "name", judgement.rule().id());
        attribute(xml, "classname", judgement.rule().pack());
        Outcome outcome = judgement.outcome();
        String message = message(judgement);
        if (outcome == Outcome.FAIL) {
            open(xml, 3, "failure");
            attribute(xml, "message", message);
            attribute(xml, "type", Messages.word(judgement.rule().severity()));
            findings(xml, judgement);
            xml.writeEndElement();
        } else if (ERRORS.contains(outcome)) {
            open(xml, 3, "error");
            attribute(xml, "message", message);
            attribute(xml, "type", outcome.word());
            findings(xml, judgement);
            xml.writeEndElement();
        } else if (SKIPPED.contains(outcome)) {
            open(xml, 3, "skipped");
            attribute(xml, "message", message);
            findings(xml, judgement);
            xml.writeEndElement();
        }
        close(xml, 2);
    }

    private String message(Judgement judgement) {
        String title = messages.of(judgement.rule().title());
        int findings = judgement.findings().size();
        String count = findings == 0 ? "" : ": " + messages.count("count.finding", findings);
        return messages.of(judgement.outcome()) + ": " + title + count;
    }

    private void findings(XMLStreamWriter xml, Judgement judgement) throws XMLStreamException {
        for (Verdict finding : judgement.findings()) {
            String where = finding.location().map(l -> " (" + l + ")").orElse("");
            String line = finding.outcome().word() + " " + finding.path() + where + " "
                    + messages.message(finding)
                    + finding.waiver().map(w -> " [" + w + "]").orElse("");
            xml.writeCharacters("\n" + Visible.line(line));
        }
        if (!judgement.findings().isEmpty()) {
            String fix = messages.of(judgement.rule().fix());
            if (!fix.isBlank()) {
                xml.writeCharacters("\n\n" + messages.text("label.fix") + ": " + Visible.text(fix.strip()));
            }
            xml.writeCharacters("\n");
        }
    }

    private static void property(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        indent(xml, 3);
        xml.writeEmptyElement("property");
        attribute(xml, "name", name);
        attribute(xml, "value", value);
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, Visible.line(value));
    }

    private static void open(XMLStreamWriter xml, int depth, String element) throws XMLStreamException {
        indent(xml, depth);
        xml.writeStartElement(element);
    }

    private static void close(XMLStreamWriter xml, int depth) throws XMLStreamException {
        indent(xml, depth);
        xml.writeEndElement();
    }

    private static void indent(XMLStreamWriter xml, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
