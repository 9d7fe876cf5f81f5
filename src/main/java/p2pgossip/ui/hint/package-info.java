/// What a control says of itself while the pointer rests on it.
@NullMarked
package p2pgossip.ui.hint;

import org.jspecify.annotations.NullMarked;
