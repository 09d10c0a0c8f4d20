package lichen.app.spark;

import java.util.ArrayList;
import java.util.List;
import lichen.app.experiment.ProgressDisplay;

/** Keeps what is said about a part for whoever gets it; how far it is nobody sees. */
final class Notes implements ProgressDisplay {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void update(long done, long total, String counted, double loss) {}

    @Override
    public void message(String line) {
        lines.add(line);
    }

    /** What was said. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {}
}
