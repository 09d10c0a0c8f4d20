/**
 * The pixels of lossy WebP: a picture of one VP8 key frame (RFC 6386), decoded to the levels that libwebp gives. The
 * decoders for Java forget some of the filter that smooths the edges of blocks, and repeat colours where others interpolate.
 *
 * <p>Knows the bytes of a frame and levels of red, green and blue; nothing about files, formats or images.
 */
@NullMarked
package lichen.io.webp;

import org.jspecify.annotations.NullMarked;
