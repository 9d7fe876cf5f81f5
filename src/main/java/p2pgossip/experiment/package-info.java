/// Runs scenarios on any network that can be steered, and reports their outcome.
@NullMarked
package p2pgossip.experiment;

import org.jspecify.annotations.NullMarked;
