/// The beat in which the screen follows what happens outside the FX thread.
@NullMarked
package p2pgossip.ui.beat;

import org.jspecify.annotations.NullMarked;
