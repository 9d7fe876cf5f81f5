/// The pointer, the selection and the context menu of the graph. FX thread only.
@NullMarked
package p2pgossip.ui.graph.input;

import org.jspecify.annotations.NullMarked;
