/** What every generator must do, and those that come along. */
@NullMarked
package lichen.model.generator;

import org.jspecify.annotations.NullMarked;
