/// Many peers in one process: the dialogue that starts them, and the bar that steers them. FX
/// thread only.
@NullMarked
package p2pgossip.ui.swarm;

import org.jspecify.annotations.NullMarked;
