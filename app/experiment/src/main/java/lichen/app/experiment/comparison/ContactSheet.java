package lichen.app.experiment.comparison;

import java.io.IOException;
import java.nio.file.Files;
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
    private static final float GREY = 0.9f;

    private final Plan plan;
    private final RunDirectory run;
    private final ImageCodec images;

    ContactSheet(Plan plan, RunDirectory run, ImageCodec images) {
        this.plan = plan;
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
            Image target = images.read(Photographs.targetFile(photograph, run));
            List<PictureGrid.Cell> row = new ArrayList<>(List.of(new PictureGrid.Cell(target, photograph)));
            for (String column : columns) {
                row.add(cell(new Trial(photograph, column, 1)));
            }
            rows.add(row);
            width = Math.max(width, target.width());
            height = Math.max(height, target.height());
        }
        return new PictureGrid(heads, rows).draw(new Size(width, height));
    }

    private PictureGrid.Cell cell(Trial trial) throws IOException {
        Path file = run.part(trial.name()).image(TextureExperiment.RESULT);
        return Files.exists(file)
                ? new PictureGrid.Cell(images.read(file), "")
                : new PictureGrid.Cell(Image.of(1, 1, new float[] {GREY, GREY, GREY}), "failed");
    }
}
