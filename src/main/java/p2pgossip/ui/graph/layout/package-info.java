/// Lays out the graph: GraphStream's springs, made to come to rest, and the thread that they run
/// on.
@NullMarked
package p2pgossip.ui.graph.layout;

import org.jspecify.annotations.NullMarked;
