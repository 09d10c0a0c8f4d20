/** VGG networks of torchvision in the format safetensors: named arrays, whose names tell the layers. Knows no other network. */
@NullMarked
package lichen.model.safetensors;

import org.jspecify.annotations.NullMarked;
