package lichen.app.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlbumTest {
    private static final int FIFTEEN_MEGABYTES = 15_000_000;

    @TempDir
    private Path folder;

    /** Fifty cells of two photographs, rougher than any texture: still to be sent by mail. */
    @Test
    void isSmallEnoughToBeSentWithAHundredCells() throws Exception {
        Sheets sheets = Samples.sheets(folder, 10, 5, 1, 128);
        String html = new ReportWriter(Texture.CODEC).html(Samples.content(sheets, Samples.table()));

        assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(FIFTEEN_MEGABYTES);
        assertThat(Album.of(sheets, Texture.CODEC).note()).startsWith("Images as JPEG of quality 90. All of them");
    }

    @Test
    void leavesOutAllThirdImagesRatherThanGrowTooLarge() throws Exception {
        Sheets sheets = Samples.sheets(folder, 2, 2, 3, 32);
        long whole = length(Album.of(sheets, Texture.CODEC));
        Album album = Album.of(sheets, Texture.CODEC, whole - 1);

        assertThat(album.note()).contains("quality 90. Of each, 2 of 3 are here");
        assertThat(length(album)).isLessThan(whole).isGreaterThan(whole / 2);
        assertThat(album.choices()).last().isEqualTo(new Sheets.Dimension("image", List.of("1", "2")));
    }

    @Test
    void makesImagesCoarserRatherThanLeaveOutAFirstOne() throws Exception {
        Sheets sheets = Samples.sheets(folder, 2, 2, 1, 64);
        long whole = length(Album.of(sheets, Texture.CODEC));

        assertThat(Album.of(sheets, Texture.CODEC, whole - 1).note()).startsWith("Images as JPEG of quality 75.");
        Album small = Album.of(sheets, Texture.CODEC, whole / 4);
        assertThat(small.note()).contains("their sides divided by");
        assertThat(sources(small)).hasSize(8 + 2);
        assertThat(Album.of(sheets, Texture.CODEC, 10).note()).startsWith("There are too many images for one page");
    }

    @Test
    void tellsWhatIsNotThere() throws Exception {
        Sheets some = Samples.sheets(folder, 1, 2, 1, 8);
        Sheets.Item item = some.items().get(0);
        Sheets.Item gone = new Sheets.Item(item.levels(), 1, folder.resolve("none.png"), "", List.of());
        Sheets sheets = new Sheets(
                "The images",
                some.dimensions(),
                2,
                some.originals(),
                List.of(gone, some.items().get(1)));

        assertThat(new ReportWriter(Texture.CODEC).html(Samples.content(sheets)))
                .contains("<span class=\"gap\" title=\"row1, column1, 1-pebbles\">not there</span>")
                .contains("alt=\"row1, column2, 1-pebbles\"");
    }

    private static long length(Album album) {
        return sources(album).stream().mapToLong(String::length).sum();
    }

    private static List<String> sources(Album album) {
        return Stream.concat(
                        album.originals().stream().map(Album.Original::source),
                        album.sheets().stream()
                                .flatMap(sheet -> sheet.rows().stream())
                                .flatMap(row -> row.cells().stream())
                                .flatMap(cell -> cell.flatMap(Sheet.Cell::source).stream()))
                .toList();
    }
}
