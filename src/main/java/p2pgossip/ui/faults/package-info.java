/// The pane in which faults are begun, listed and ended. FX thread only.
@NullMarked
package p2pgossip.ui.faults;

import org.jspecify.annotations.NullMarked;
