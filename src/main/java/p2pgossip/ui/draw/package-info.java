/// Drawings that a canvas shows and a file can keep: painters draw on a [Drawing], whatever is
/// behind it.
@NullMarked
package p2pgossip.ui.draw;

import org.jspecify.annotations.NullMarked;
