/** Tests of the ONNX reader against small files, sound and damaged, and against ONNX Runtime. */
@NullMarked
package lichen.model.onnx;

import org.jspecify.annotations.NullMarked;
