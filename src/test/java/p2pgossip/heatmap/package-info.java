/// Tests of heat maps without a screen.
@NullMarked
package p2pgossip.heatmap;

import org.jspecify.annotations.NullMarked;
