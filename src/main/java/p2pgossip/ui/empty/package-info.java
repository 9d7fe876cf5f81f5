/// What a pane shows while it has nothing to show. FX thread only.
@NullMarked
package p2pgossip.ui.empty;

import org.jspecify.annotations.NullMarked;
