/// What the laboratory does, without a screen: runs on arrays that can be watched, paused and given
/// up, a summary of many of them, and what theory says of the same settings.
@NullMarked
package p2pgossip.laboratory;

import org.jspecify.annotations.NullMarked;
