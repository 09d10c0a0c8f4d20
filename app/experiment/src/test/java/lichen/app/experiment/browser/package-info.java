/**
 * A browser for tests of pages: Chromium without a window, led through its DevTools protocol. Knows nothing of what the pages show.
 */
@NullMarked
package lichen.app.experiment.browser;

import org.jspecify.annotations.NullMarked;
