package dev.plumbline.report.html;

import dev.plumbline.report.AuditResult;
import dev.plumbline.report.ReportWriter;
import dev.plumbline.report.words.Messages;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateException;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;

/** {@code index.html} in English and {@code index.es.html} in Spanish, each linked to the other. */
public final class HtmlReport implements ReportWriter {

    @Override
    public String format() {
        return "html";
    }

    @Override
    public Path write(AuditResult result, Path folder) throws IOException {
        TemplateEngine engine = TemplateEngine.createPrecompiled(
                Path.of("."), ContentType.Html, HtmlReport.class.getClassLoader(), View.TEMPLATES);
        for (String language : Messages.LANGUAGES) {
            ReportWriter.replace(
                    folder.resolve(View.file(language)), out -> render(engine, new View(result, language), out));
        }
        return folder.resolve(View.file("en"));
    }

    private static void render(TemplateEngine engine, View view, Writer out) throws IOException {
        try {
            engine.render("index.jte", view, new WriterOutput(out));
        } catch (TemplateException e) {
            if (e.getCause() instanceof UncheckedIOException io) {
                throw new IOException(io.getMessage(), io);
            }
            throw e;
        }
    }
}
