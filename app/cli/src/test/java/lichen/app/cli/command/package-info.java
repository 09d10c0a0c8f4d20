/** Tests of the commands. */
@NullMarked
package lichen.app.cli.command;

import org.jspecify.annotations.NullMarked;
