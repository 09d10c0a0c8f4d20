/**
 * What a network makes of an image: its description ({@code Architecture}), the maps that it computes
 * ({@code FeatureMaps}) and the network itself as a differentiable map. How networks are built is the module model's.
 */
@NullMarked
package lichen.core.feature;

import org.jspecify.annotations.NullMarked;
