/// Lessons as values: what is read, asked, run and compared, and how far a student has come. Read
/// from Markdown (commonmark); no screen.
@NullMarked
package p2pgossip.lesson;

import org.jspecify.annotations.NullMarked;
