/// When each peer heard a rumour: the scale of the colours, and the words.
@NullMarked
package p2pgossip.ui.hearing;

import org.jspecify.annotations.NullMarked;
