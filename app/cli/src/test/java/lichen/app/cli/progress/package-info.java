/** Tests of progress, with a clock and a stream of their own. */
@NullMarked
package lichen.app.cli.progress;

import org.jspecify.annotations.NullMarked;
