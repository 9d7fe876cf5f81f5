/// Scenarios, run on any network that can be steered, and what comes of them.
@NullMarked
package p2pgossip.experiment;

import org.jspecify.annotations.NullMarked;
