/// The gossip log of a window: the pane that shows the lines of a [p2pgossip.ui.lines.LogModel].
/// Everything here belongs to the FX thread, unless it says otherwise.
@NullMarked
package p2pgossip.ui.log;

import org.jspecify.annotations.NullMarked;
