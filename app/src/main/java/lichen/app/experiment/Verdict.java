package lichen.app.experiment;

import lichen.io.run.Status;

/**
 * How a task ended.
 *
 * @param status done or interrupted
 * @param message one sentence for the user
 */
public record Verdict(Status status, String message) {}
