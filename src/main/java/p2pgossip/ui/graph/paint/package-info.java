/// Paints one frame of the graph: links, peers, labels, faults and the tree of a rumour. FX thread
/// only.
@NullMarked
package p2pgossip.ui.graph.paint;

import org.jspecify.annotations.NullMarked;
