/// What may go wrong between peers on purpose, as values. What carries the messages applies them.
@NullMarked
package p2pgossip.fault;

import org.jspecify.annotations.NullMarked;
