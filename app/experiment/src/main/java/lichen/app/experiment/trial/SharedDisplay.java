package lichen.app.experiment.trial;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import lichen.app.experiment.ProgressDisplay;

/** Shows how far several trials at work are on the display of the whole run, which counts those that have ended. */
final class SharedDisplay {
    private final ProgressDisplay whole;
    private final int total;
    private final Map<String, String> atWork = new LinkedHashMap<>();
    private int ended;

    SharedDisplay(ProgressDisplay whole, int total) {
        this.whole = whole;
        this.total = total;
        show();
    }

    /** What a trial tells about itself. */
    ProgressDisplay part(String name) {
        return new ProgressDisplay() {
            @Override
            public void update(long done, long most, String counted, double loss) {
                tell(name, done + "/" + most);
            }

            @Override
            public void message(String line) {
                say(line);
            }

            @Override
            public void close() {
                // The display of the whole run goes on.
            }
        };
    }

    private synchronized void tell(String name, String words) {
        atWork.put(name, words);
        show();
    }

    private synchronized void say(String line) {
        whole.message(line);
    }

    /** A trial has ended. */
    synchronized void ended(String name) {
        atWork.remove(name);
        ended++;
        show();
    }

    private void show() {
        String words = atWork.values().stream().collect(Collectors.joining(", ", ", at work on ", ""));
        whole.update(ended, total, atWork.isEmpty() ? "parts" : "parts" + words, Double.NaN);
    }
}
