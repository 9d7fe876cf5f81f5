/// What explains the shapes and colours of a drawing.
@NullMarked
package p2pgossip.ui.legend;

import org.jspecify.annotations.NullMarked;
