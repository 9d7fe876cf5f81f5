/// The moving picture: GraphStream's graph, layout and view put together. FX thread only.
@NullMarked
package p2pgossip.ui.graph.live;

import org.jspecify.annotations.NullMarked;
