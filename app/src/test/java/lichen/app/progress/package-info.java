/** Tests of progress, with a clock and a stream of their own. */
@NullMarked
package lichen.app.progress;

import org.jspecify.annotations.NullMarked;
