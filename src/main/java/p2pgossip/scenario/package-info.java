/// What a demonstration consists of, written down: a network, its settings and what is done to it when.
/// Immutable values; they are run elsewhere.
@NullMarked
package p2pgossip.scenario;

import org.jspecify.annotations.NullMarked;
