package lichen.io.run;

import java.io.IOException;
import java.nio.file.Path;

/** A run that was to be resumed has already reached its end. */
public final class RunDoneException extends IOException {
    private static final long serialVersionUID = 1L;

    RunDoneException(Path folder) {
        super(folder + ": is already done; see its report.html, or choose a new --name to run again");
    }
}
