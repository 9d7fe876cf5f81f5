/// The gossip log of a window: a bounded history of lines, a filter over it, and the pane that
/// shows both. Everything here belongs to the FX thread, unless it says otherwise.
@NullMarked
package p2pgossip.ui.log;

import org.jspecify.annotations.NullMarked;
