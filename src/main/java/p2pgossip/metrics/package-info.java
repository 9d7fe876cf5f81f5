/// The figures of a peer in Prometheus' format. The only package that uses its library.
@NullMarked
package p2pgossip.metrics;

import org.jspecify.annotations.NullMarked;
