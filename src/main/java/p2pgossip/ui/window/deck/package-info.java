/// The views beside the graph. Each is one class, and stands in one list.
@NullMarked
package p2pgossip.ui.window.deck;

import org.jspecify.annotations.NullMarked;
