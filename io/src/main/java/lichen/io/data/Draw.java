package lichen.io.data;

/**
 * A patch as training asks for it.
 *
 * @param patch which one
 * @param turn how it is laid down
 */
public record Draw(Patch patch, Turn turn) {}
