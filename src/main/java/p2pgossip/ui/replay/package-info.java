/// Going back in what was seen: the bar under the graph. FX thread only.
@NullMarked
package p2pgossip.ui.replay;

import org.jspecify.annotations.NullMarked;
