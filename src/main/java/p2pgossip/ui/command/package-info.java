/// What a user can do by a key: the commands, and how their keys read on this system.
@NullMarked
package p2pgossip.ui.command;

import org.jspecify.annotations.NullMarked;
