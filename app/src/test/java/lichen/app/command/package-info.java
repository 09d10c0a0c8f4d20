/** Tests of the commands. */
@NullMarked
package lichen.app.command;

import org.jspecify.annotations.NullMarked;
