package lichen.app.experiment.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lichen.app.experiment.report.Sheets;
import lichen.app.experiment.trial.TrialState;
import lichen.io.json.Fragment;
import lichen.io.run.RunDirectory;
import lichen.io.run.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImageSheetsTest {
    @TempDir
    private Path folder;

    private Optional<RunDirectory> opened = Optional.empty();

    @BeforeEach
    void open() throws IOException {
        opened = Optional.of(RunDirectory.create(folder, "run", "{}"));
    }

    @AfterEach
    void close() throws IOException {
        opened.orElseThrow().close();
    }

    @Test
    void haveTheFirstTwoAxesAsRowsAndColumnsAndAChoiceForTheRest() throws IOException {
        Sheets sheets = sheets(grid(Design.GRID, "statistic", "octaves", "start"));

        assertThat(sheets.dimensions())
                .extracting(Sheets.Dimension::name)
                .containsExactly("statistic", "octaves", "photograph", "start");
        assertThat(sheets.photographs()).isEqualTo(2);
        assertThat(sheets.items()).hasSize(2 * 8).first().satisfies(item -> {
            assertThat(item.levels()).containsExactly("statistic1", "octaves1", "one", "start1");
            assertThat(item.number()).isEqualTo(1);
        });
    }

    /** One change at a time leaves most of a grid empty. */
    @ParameterizedTest
    @EnumSource
    void haveARowForEachPhotographWhereNotAllIsCombined(Design design) throws IOException {
        Grid grid = design == Design.GRID ? grid(design, "statistic") : grid(design, "statistic", "octaves");
        Sheets sheets = sheets(grid);

        assertThat(sheets.dimensions()).extracting(Sheets.Dimension::name).containsExactly("photograph", "method");
        assertThat(sheets.photographs()).isZero();
        assertThat(sheets.dimensions().get(1).levels())
                .isEqualTo(grid.cells().stream().map(Cell::name).toList());
    }

    /** What is left in the folder of an image that failed may be an earlier one. */
    @Test
    void leaveOutWhatFailed() throws IOException {
        Plan plan = new Plan(List.of("one"), List.of("good", "bad"), List.of(), 1);
        TrialState failed = new TrialState("", Status.FAILED, 1, Optional.empty(), "no memory", Map.of());
        Results results = new Results(
                plan,
                Optional.empty(),
                List.of(result("one", "good", Optional.empty()), result("one", "bad", Optional.of(failed))),
                Map.of(),
                Map.of());

        assertThat(new ImageSheets(results, opened.orElseThrow()).byMethod().items())
                .singleElement()
                .satisfies(item -> assertThat(item.levels()).containsExactly("one", "good"));
    }

    private Sheets sheets(Grid grid) throws IOException {
        List<String> cells = grid.cells().stream().map(Cell::name).toList();
        Plan plan = new Plan(List.of("one", "two"), cells, List.of(), 1);
        List<Result> all = plan.candidates().stream()
                .map(candidate -> result(candidate.photograph(), candidate.column(), Optional.empty()))
                .toList();
        Results results = new Results(plan, Optional.empty(), all, Map.of(), Map.of());
        return new ImageSheets(results, opened.orElseThrow()).byAxes(grid);
    }

    private static Grid grid(Design design, String... names) {
        Map<String, Axis> axes = new LinkedHashMap<>();
        for (String name : names) {
            Map<String, Map<String, Fragment>> settings = new LinkedHashMap<>();
            settings.put(name + "1", Map.of());
            settings.put(name + "2", Map.of());
            axes.put(name, new Axis(Optional.empty(), List.of(), Map.of(), settings, Map.of()));
        }
        return Grid.of(axes, design, List.of());
    }

    private static Result result(String photograph, String column, Optional<TrialState> state) {
        return new Result(new Candidate(photograph, column, 1), state, Optional.empty(), List.of());
    }
}
