/// Windows that stand in front of another until they are closed, and the system's file choosers.
@NullMarked
package p2pgossip.ui.dialog;

import org.jspecify.annotations.NullMarked;
