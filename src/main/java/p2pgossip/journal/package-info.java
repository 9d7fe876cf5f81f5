/// The gossip log in words: what a window shows and what a peer without a window prints.
@NullMarked
package p2pgossip.journal;

import org.jspecify.annotations.NullMarked;
