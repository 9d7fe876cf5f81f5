/// The figures of a peer as Prometheus reads them. The only room that knows its library.
@NullMarked
package p2pgossip.metrics;

import org.jspecify.annotations.NullMarked;
