/** The program as its users meet it: whole commands, from the arguments to the files and messages that they leave. */
@NullMarked
package lichen.app.cli.program;

import org.jspecify.annotations.NullMarked;
