/// Lessons beside the graph: their text, questions, runs, comparisons and tasks.
@NullMarked
package p2pgossip.ui.lesson;

import org.jspecify.annotations.NullMarked;
