/// The beat in which what happens outside comes to the screen.
@NullMarked
package p2pgossip.ui.beat;

import org.jspecify.annotations.NullMarked;
