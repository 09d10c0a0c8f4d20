/**
 * How variants are made known: a variant is a record, its components are its JSON keys, and one line in a Guice module
 * names it. Knows nothing about JSON itself.
 */
@NullMarked
package lichen.core.plugin;

import org.jspecify.annotations.NullMarked;
