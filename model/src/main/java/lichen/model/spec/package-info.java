/**
 * Networks as a user writes them: each a record that opens as something that looks at images. Knows Deeplearning4j, which defines
 * and initialises the fully convolutional ones.
 */
@NullMarked
package lichen.model.spec;

import org.jspecify.annotations.NullMarked;
