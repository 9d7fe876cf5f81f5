/// Lab packs: what a student hands in of a lesson, and what a teacher makes of many.
@NullMarked
package p2pgossip.pack;

import org.jspecify.annotations.NullMarked;
