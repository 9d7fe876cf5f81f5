/// Who is to be connected to whom in a network that is put up in one go: values and pure functions.
@NullMarked
package p2pgossip.topology;

import org.jspecify.annotations.NullMarked;
