/// What moves over the graph and when: messages on their way, the frames, and the part in view. FX
/// thread only.
@NullMarked
package p2pgossip.ui.graph.motion;

import org.jspecify.annotations.NullMarked;
