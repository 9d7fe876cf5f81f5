/// JSON as it stands on the wire, to and from the values of the core.
@NullMarked
package p2pgossip.wire;

import org.jspecify.annotations.NullMarked;
