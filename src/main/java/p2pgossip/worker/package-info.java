/// Heavy runs in processes of their own, so that no array ends the peers and windows beside it.
@NullMarked
package p2pgossip.worker;

import org.jspecify.annotations.NullMarked;
