/// Pictures of how peers are wired.
@NullMarked
package p2pgossip.ui.wiring;

import org.jspecify.annotations.NullMarked;
