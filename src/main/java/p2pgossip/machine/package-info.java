/// What the program finds on its machine: files of the system; no sockets, no screen.
@NullMarked
package p2pgossip.machine;

import org.jspecify.annotations.NullMarked;
