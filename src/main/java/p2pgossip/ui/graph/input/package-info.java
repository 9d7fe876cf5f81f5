/// What the pointer asks of the graph, which peers are selected, and the menu of what can be done with
/// them. FX thread only.
@NullMarked
package p2pgossip.ui.graph.input;

import org.jspecify.annotations.NullMarked;
