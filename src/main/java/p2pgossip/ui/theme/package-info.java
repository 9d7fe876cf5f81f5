/// How all windows look: light or dark, the colours, and the shape and colour of each role. FX thread
/// only, but for values.
@NullMarked
package p2pgossip.ui.theme;

import org.jspecify.annotations.NullMarked;
