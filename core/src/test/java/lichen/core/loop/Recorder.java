package lichen.core.loop;

import java.util.ArrayList;
import java.util.List;

/** A listener that keeps what it heard, and can ask for a stop. */
final class Recorder implements StepListener {
    final List<Step> steps = new ArrayList<>();
    final List<String> notices = new ArrayList<>();
    LoopState last = LoopState.at(new double[0]);
    private Runnable stop = () -> {};
    private int stopAfter;

    void stopAfter(int evaluations, Loop loop) {
        stopAfter = evaluations;
        stop = loop::requestStop;
    }

    List<Double> losses() {
        return steps.stream().map(Step::loss).toList();
    }

    @Override
    public void evaluated(Step step) {
        steps.add(step);
        if (step.evaluation() == stopAfter) {
            stop.run();
        }
    }

    @Override
    public void ended(Progress progress) {
        last = progress.state();
    }

    @Override
    public void noticed(String message) {
        notices.add(message);
    }
}
