/**
 * The commands, one class each, and what they share: settings, finding a config by its name, exit codes and the way
 * failures are told. A command asks for what it needs in its constructor; what loads native code it asks for as a provider.
 */
@NullMarked
package lichen.app.cli.command;

import org.jspecify.annotations.NullMarked;
