/// A peer as the original program has it, written from the description of its protocol alone: as
/// strict in what it takes and as fragile in what it bears. It shares no code with the program, so
/// that a mistake there is not mirrored here.
@NullMarked
package p2pgossip.original;

import org.jspecify.annotations.NullMarked;
