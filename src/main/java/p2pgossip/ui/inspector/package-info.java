/// What is known of one peer.
@NullMarked
package p2pgossip.ui.inspector;

import org.jspecify.annotations.NullMarked;
