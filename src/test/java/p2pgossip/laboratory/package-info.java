/// Tests of what the laboratory does without a screen.
@NullMarked
package p2pgossip.laboratory;

import org.jspecify.annotations.NullMarked;
