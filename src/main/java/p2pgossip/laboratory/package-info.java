/// What the laboratory does, without a screen: runs on arrays that can be watched, paused and given
/// up, what many of them come to, and what theory says of the same settings.
@NullMarked
package p2pgossip.laboratory;

import org.jspecify.annotations.NullMarked;
