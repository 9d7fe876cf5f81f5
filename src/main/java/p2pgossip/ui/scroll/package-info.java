/// What scrolls, made cheap to draw.
@NullMarked
package p2pgossip.ui.scroll;

import org.jspecify.annotations.NullMarked;
