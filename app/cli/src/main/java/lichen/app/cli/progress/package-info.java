/** What a user sees while a run is at work. Knows nothing about what is computed: it is told counts and losses. */
@NullMarked
package lichen.app.cli.progress;

import org.jspecify.annotations.NullMarked;
