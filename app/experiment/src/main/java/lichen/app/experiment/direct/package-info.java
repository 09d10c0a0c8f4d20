/** Methods that optimise nothing, as experiments. How their images come to be is the module synthesis's business. */
@NullMarked
package lichen.app.experiment.direct;

import org.jspecify.annotations.NullMarked;
