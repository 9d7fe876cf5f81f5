/// What may go wrong between peers, on purpose: values only. Where they act is decided elsewhere.
@NullMarked
package p2pgossip.fault;

import org.jspecify.annotations.NullMarked;
