/// The live graph of the network: the only user of GraphStream. Everything here belongs to the
/// JavaFX thread, except the layout, which computes on a thread of its own.
@NullMarked
package p2pgossip.ui.graph;

import org.jspecify.annotations.NullMarked;
