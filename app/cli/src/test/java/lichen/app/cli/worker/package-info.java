/** Tests of worker processes. */
@NullMarked
package lichen.app.cli.worker;

import org.jspecify.annotations.NullMarked;
