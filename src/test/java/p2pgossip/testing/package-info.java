/// What tests of all rooms share: recorders, executors driven by hand, and the screen.
@NullMarked
package p2pgossip.testing;

import org.jspecify.annotations.NullMarked;
