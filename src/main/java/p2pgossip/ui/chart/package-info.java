/// Charts: plots, their axes and marks, and how times and numbers are written beside them. FX
/// thread only, except for plain values.
@NullMarked
package p2pgossip.ui.chart;

import org.jspecify.annotations.NullMarked;
