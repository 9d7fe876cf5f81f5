/// Scenarios: a network, its settings and a schedule of actions on it. The values are immutable;
/// [p2pgossip.experiment] runs them.
@NullMarked
package p2pgossip.scenario;

import org.jspecify.annotations.NullMarked;
