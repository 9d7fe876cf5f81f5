/// The windows. Everything here runs on the FX thread unless it says otherwise. What waits runs
/// elsewhere.
@NullMarked
package p2pgossip.ui.window;

import org.jspecify.annotations.NullMarked;
