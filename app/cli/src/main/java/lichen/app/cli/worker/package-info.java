/**
 * Processes that make parts of a run for the one that runs it, and how the two talk: a line of JSON for each thing that they say. Knows
 * nothing about commands and about what is computed.
 */
@NullMarked
package lichen.app.cli.worker;

import org.jspecify.annotations.NullMarked;
