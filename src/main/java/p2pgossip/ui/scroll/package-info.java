/// A scroll pane that is cheap to draw.
@NullMarked
package p2pgossip.ui.scroll;

import org.jspecify.annotations.NullMarked;
