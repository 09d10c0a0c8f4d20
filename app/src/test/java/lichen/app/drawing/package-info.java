/** Tests of pictures made of pictures and words. */
@NullMarked
package lichen.app.drawing;

import org.jspecify.annotations.NullMarked;
