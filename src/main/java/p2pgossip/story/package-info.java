/// What is to be seen of a network, told in plain sentences: what happened, what came of a rumour,
/// and why it went no further. Computed from observations; no screen, no threads.
@NullMarked
package p2pgossip.story;

import org.jspecify.annotations.NullMarked;
