package lichen.app.experiment.report;

import com.google.inject.Inject;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import lichen.io.file.AtomicFiles;
import lichen.io.image.ImageCodec;
import lichen.io.run.RunDirectory;

/** Writes {@code report.html}: one file with everything in it, to be opened, sent or printed. */
public final class ReportWriter {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, ReportWriter.class.getClassLoader(), ReportWriter.class.getPackageName());

    private final ImageCodec images;

    @Inject
    ReportWriter(ImageCodec images) {
        this.images = images;
    }

    /**
     * Writes the report of a run, replacing one that is there.
     *
     * @throws IOException if a picture cannot be read or the file not be written
     */
    public void write(RunDirectory run, ReportContent content) throws IOException {
        AtomicFiles.writeText(run.report(), html(content));
    }

    String html(ReportContent content) throws IOException {
        StringOutput html = new StringOutput();
        templates.render("report.jte", Page.of(content, images), html);
        return html.toString();
    }
}
