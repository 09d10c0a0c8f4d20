/**
 * Those who make parts of a run for the process that runs it, and how they talk: a line of JSON for each thing that they say. Here are
 * processes of this machine; others are found as engines. Knows nothing about commands and about what is computed.
 */
@NullMarked
package lichen.app.cli.worker;

import org.jspecify.annotations.NullMarked;
