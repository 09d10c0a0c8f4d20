package lichen.app.experiment.comparison;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lichen.app.experiment.Commission;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Inspection;
import lichen.app.experiment.Method;
import lichen.app.experiment.Task;
import lichen.app.experiment.Workbench;
import lichen.app.experiment.training.WeightsManifest;
import lichen.core.backend.BackendChoice;
import lichen.core.feature.Statistic;
import lichen.core.plugin.FileReference;
import lichen.io.json.Draft;
import lichen.io.json.Fragment;
import lichen.io.run.RunDirectory;

/**
 * A method that looks through networks which are trained first.
 *
 * @param plain as it is with the weights that stand in its config; what does not fit is found by it before anything is trained
 * @param foundations the trainings, by name
 * @param ways the keys that take their weights, by the trainings' names
 * @param draft what the method is made of
 * @param changes what else is changed
 */
record TrainedFirst(
        Method plain,
        Map<String, Experiment> foundations,
        Map<String, String> ways,
        Draft<Experiment> draft,
        Map<String, Fragment> changes)
        implements Method {
    @Override
    public Experiment image(Commission commission) {
        return plain.image(commission);
    }

    @Override
    public Experiment image(Commission commission, Map<String, RunDirectory> made) {
        Map<String, Object> all = new LinkedHashMap<>(changes);
        ways.forEach((name, way) ->
                all.put(way, FileReference.to(WeightsManifest.file(Objects.requireNonNull(made.get(name), name)))));
        return ((Method) draft.with(all).value()).image(commission);
    }

    @Override
    public Set<Statistic> statistics() {
        return plain.statistics();
    }

    @Override
    public Record unmeasured() {
        return plain.unmeasured();
    }

    @Override
    public int images(int wanted) {
        return plain.images(wanted);
    }

    @Override
    public List<FileReference> taken(List<Commission> commissions) {
        return plain.taken(commissions);
    }

    @Override
    public void inspect(Inspection inspection, List<Commission> commissions) {
        plain.inspect(inspection, commissions);
    }

    @Override
    public void rehearse(Workbench workbench, List<Commission> commissions) throws IOException {
        plain.rehearse(workbench, commissions);
    }

    @Override
    public long seed() {
        return plain.seed();
    }

    @Override
    public BackendChoice backend() {
        return plain.backend();
    }

    @Override
    public Task open(Workbench workbench) throws IOException {
        return plain.open(workbench);
    }
}
