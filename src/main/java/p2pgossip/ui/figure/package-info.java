/// Figures side by side, each with its name and its definition.
@NullMarked
package p2pgossip.ui.figure;

import org.jspecify.annotations.NullMarked;
