package lichen.app.experiment.comparison;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lichen.app.experiment.TextureExperiment;
import lichen.app.experiment.drawing.PictureGrid;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.io.image.ImageCodec;
import lichen.io.run.RunDirectory;

/** A row for each photograph: the photograph, another part of it, and the first image of each method. */
final class ContactSheet {
    private static final String ANOTHER_CROP = "another-crop";

    private final Plan plan;
    private final Photographs photographs;
    private final RunDirectory run;
    private final ImageCodec images;

    ContactSheet(Plan plan, Photographs photographs, RunDirectory run, ImageCodec images) {
        this.plan = plan;
        this.photographs = photographs;
        this.run = run;
        this.images = images;
    }

    /** Draws what there is; an image that was not made is a grey field. */
    Image draw() throws IOException {
        List<String> columns = new ArrayList<>();
        if (plan.controls().contains(ANOTHER_CROP)) {
            columns.add(ANOTHER_CROP);
        }
        columns.addAll(plan.methods());
        List<String> heads = new ArrayList<>(List.of("photograph"));
        heads.addAll(columns);
        List<List<PictureGrid.Cell>> rows = new ArrayList<>();
        int width = 1;
        int height = 1;
        for (String photograph : plan.photographs()) {
            Image target = images.read(photographs.target(photograph, run).image());
            List<PictureGrid.Cell> row = new ArrayList<>(List.of(new PictureGrid.Cell(target, photograph)));
            for (String column : columns) {
                Path file =
                        run.part(new Candidate(photograph, column, 1).name()).image(TextureExperiment.RESULT);
                row.add(PictureGrid.Cell.of(images, file, ""));
            }
            rows.add(row);
            width = Math.max(width, target.width());
            height = Math.max(height, target.height());
        }
        return new PictureGrid(heads, rows).draw(new Size(width, height));
    }
}
