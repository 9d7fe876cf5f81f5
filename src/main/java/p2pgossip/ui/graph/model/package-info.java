/// What the graph shows, in step with the latest picture of the network: GraphStream's graph, the marks
/// of peers and faults, and the spread of the chosen rumour. FX thread only.
@NullMarked
package p2pgossip.ui.graph.model;

import org.jspecify.annotations.NullMarked;
