/// The look of all windows: light or dark, the colours, and the shape and colour of each role. FX
/// thread only, except for plain values.
@NullMarked
package p2pgossip.ui.theme;

import org.jspecify.annotations.NullMarked;
