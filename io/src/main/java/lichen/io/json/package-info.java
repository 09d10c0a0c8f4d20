/**
 * Strict JSON to records and back. A record is its own schema: its components are the keys, its compact constructor the
 * validator. Every problem of a file is found at once and told with its place. Knows no variant by name: those come from
 * the registry.
 */
@NullMarked
package lichen.io.json;

import org.jspecify.annotations.NullMarked;
