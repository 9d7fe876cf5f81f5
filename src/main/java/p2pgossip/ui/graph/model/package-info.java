/// What the graph shows, kept in step with the latest picture of the network: GraphStream's graph
/// of the peers, the marks of faults, and the spread of the chosen rumour. FX thread only.
@NullMarked
package p2pgossip.ui.graph.model;

import org.jspecify.annotations.NullMarked;
