/// A peer of the original program, written from the description of its protocol alone, as strict
/// and as fragile as the original. It shares no code with the program, so that an error there is
/// not repeated here.
@NullMarked
package p2pgossip.original;

import org.jspecify.annotations.NullMarked;
