/// The bar that moves through what was observed. FX thread only.
@NullMarked
package p2pgossip.ui.replay;

import org.jspecify.annotations.NullMarked;
