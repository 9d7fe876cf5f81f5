/// The lines of a log as a model: bounded, filtered, and held back during a pause.
@NullMarked
package p2pgossip.ui.lines;

import org.jspecify.annotations.NullMarked;
