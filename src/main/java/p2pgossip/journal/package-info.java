/// The log in words: for windows, and for peers without a window.
@NullMarked
package p2pgossip.journal;

import org.jspecify.annotations.NullMarked;
