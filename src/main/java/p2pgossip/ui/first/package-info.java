/// The page that a window shows before anything else. FX thread only.
@NullMarked
package p2pgossip.ui.first;

import org.jspecify.annotations.NullMarked;
