/// What moves and when: the messages on their way, the frames, and the view. FX thread only.
@NullMarked
package p2pgossip.ui.graph.motion;

import org.jspecify.annotations.NullMarked;
