/**
 * The program: puts the modules and the plug-ins together and hands over to the commands. The only place that makes an
 * injector. Knows nothing about what a command does.
 */
@NullMarked
package lichen.app.cli;

import org.jspecify.annotations.NullMarked;
