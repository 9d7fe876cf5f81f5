/// JSON on the wire and in files, to and from the values of the core.
@NullMarked
package p2pgossip.wire;

import org.jspecify.annotations.NullMarked;
