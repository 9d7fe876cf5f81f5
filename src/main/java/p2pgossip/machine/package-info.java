/// What the program finds on the machine that it runs on: files of the system, no sockets, no
/// screen.
@NullMarked
package p2pgossip.machine;

import org.jspecify.annotations.NullMarked;
