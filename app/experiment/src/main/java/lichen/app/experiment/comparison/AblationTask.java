package lichen.app.experiment.comparison;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lichen.app.experiment.Session;
import lichen.app.experiment.Task;
import lichen.app.experiment.Verdict;
import lichen.app.experiment.report.LatexTable;
import lichen.app.experiment.report.Markup;
import lichen.app.experiment.report.Section;
import lichen.io.file.AtomicFiles;
import lichen.io.run.InputFile;
import lichen.io.run.RunDirectory;

/** A comparison of combinations, with what their axes do before all else. */
final class AblationTask implements Task {
    private final Grid grid;
    private final Compared compared;

    AblationTask(Grid grid, Compared compared) {
        this.grid = grid;
        this.compared = compared;
    }

    @Override
    public List<InputFile> inputs() throws IOException {
        return compared.inputs();
    }

    @Override
    public Verdict run(Session session) throws IOException {
        Verdict verdict = compared.run(session);
        write(compared.results(session.run()), session.run());
        return verdict;
    }

    private void write(Results results, RunDirectory run) throws IOException {
        TidyResults.write(results, grid, run.folder().resolve("results.csv"));
        EffectTables tables = new EffectTables(results, grid);
        for (Basis basis : Basis.in(results)) {
            String name = "effects-" + basis.word();
            AtomicFiles.writeText(
                    run.folder().resolve(name + ".tex"), LatexTable.of(tables.effects(basis), "tab:" + name));
            AtomicFiles.writeText(
                    run.folder().resolve(name + ".svg"),
                    EffectChart.of(Effect.of(results, grid, basis)).standalone());
        }
        AtomicFiles.writeText(run.folder().resolve("levels.tex"), LatexTable.of(tables.levels(), "tab:levels"));
    }

    @Override
    public List<Section> report(RunDirectory run) throws IOException {
        Results results = compared.results(run);
        EffectTables tables = new EffectTables(results, grid);
        List<Section> sections = new ArrayList<>();
        for (Basis basis : Basis.in(results)) {
            List<Effect> effects = Effect.of(results, grid, basis);
            if (!effects.isEmpty()) {
                sections.add(new Markup(
                        "What each change does, over " + basis.words(),
                        EffectChart.of(effects).markup()));
                sections.add(tables.effects(basis));
            }
        }
        sections.add(new ImageSheets(results, run).byAxes(grid));
        sections.add(tables.levels());
        sections.addAll(tables.interactions());
        sections.addAll(compared.tables(run));
        return sections;
    }

    @Override
    public void close() {
        compared.close();
    }
}
