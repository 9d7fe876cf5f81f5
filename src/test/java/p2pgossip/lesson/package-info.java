/// Tests of the room of lessons.
@NullMarked
package p2pgossip.lesson;

import org.jspecify.annotations.NullMarked;
