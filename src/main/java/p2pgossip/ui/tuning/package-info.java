/// Changes the settings of other peers: of the selected one, and of all that allow it.
@NullMarked
package p2pgossip.ui.tuning;

import org.jspecify.annotations.NullMarked;
