/// The view of the graph: puts GraphStream's graph, the layout, the canvas and what moves together.
/// FX thread only.
@NullMarked
package p2pgossip.ui.graph.live;

import org.jspecify.annotations.NullMarked;
