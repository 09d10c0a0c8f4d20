/**
 * Generators as experiments: they learn the texture of a photograph once, and then make images of it by one pass. Whatever a generator
 * learns, and however, {@link lichen.app.experiment.generator.GeneratorTask} trains it. What a generator is and how it learns is model's
 * matter, what is asked of its images synthesis's.
 */
@NullMarked
package lichen.app.experiment.generator;

import org.jspecify.annotations.NullMarked;
