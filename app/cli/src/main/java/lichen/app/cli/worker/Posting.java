package lichen.app.cli.worker;

import java.util.Optional;

/**
 * What a crew is wanted for.
 *
 * @param jobs how many parts it is to make at the same time
 * @param master where it is to be had, in the engine's own words
 * @param device what computes, in one word
 * @param force whether to go on with an unsuitable native library
 */
public record Posting(int jobs, Optional<String> master, String device, boolean force) {}
