/// Saves what a window shows, and opens what was saved: a menu, and the work behind it.
@NullMarked
package p2pgossip.ui.keep;

import org.jspecify.annotations.NullMarked;
