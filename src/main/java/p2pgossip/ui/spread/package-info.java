/// How a rumour spread, in curves and figures: pure views, which take values and give back actions.
@NullMarked
package p2pgossip.ui.spread;

import org.jspecify.annotations.NullMarked;
