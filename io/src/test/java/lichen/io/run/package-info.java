/** Tests of run directories, with processes that are really killed. */
@NullMarked
package lichen.io.run;

import org.jspecify.annotations.NullMarked;
