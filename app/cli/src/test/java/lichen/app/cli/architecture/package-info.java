/**
 * The rules of the house, as tests: which module knows which, where third parties live, how code is wired and named, and
 * what each variant brings along. Knows the shape of the code, nothing about what it computes.
 */
@NullMarked
package lichen.app.cli.architecture;

import org.jspecify.annotations.NullMarked;
