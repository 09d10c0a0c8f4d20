/** Tests of the controls: what each keeps of the target and what it does not. */
@NullMarked
package lichen.app.quality.control;

import org.jspecify.annotations.NullMarked;
