/// The window of the laboratory: many simulated peers, one rumour, and what theory says of it. FX
/// thread only.
@NullMarked
package p2pgossip.ui.laboratory;

import org.jspecify.annotations.NullMarked;
