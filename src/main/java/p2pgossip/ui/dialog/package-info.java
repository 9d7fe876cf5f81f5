/// Windows that stand before another until they are closed.
@NullMarked
package p2pgossip.ui.dialog;

import org.jspecify.annotations.NullMarked;
