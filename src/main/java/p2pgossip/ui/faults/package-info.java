/// What goes wrong on purpose: the panel in which it is begun, listed and ended. FX thread only.
@NullMarked
package p2pgossip.ui.faults;

import org.jspecify.annotations.NullMarked;
