/// The program: its command line, and a peer without a window.
@NullMarked
package p2pgossip;

import org.jspecify.annotations.NullMarked;
