/**
 * Networks in the Open Neural Network Exchange format, as PyTorch exports them: the nodes that act on images, with their weights,
 * become a graph. Knows nothing about how a graph is run.
 */
@NullMarked
package lichen.model.onnx;

import org.jspecify.annotations.NullMarked;
