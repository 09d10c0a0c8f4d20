/**
 * Networks that make images out of noise: what they are, where they come from, and how they are run. A generator knows no
 * photograph and no loss; how it learns is the business of {@code lichen.model.train}.
 */
@NullMarked
package lichen.model.generator;

import org.jspecify.annotations.NullMarked;
