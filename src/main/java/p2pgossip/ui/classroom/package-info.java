/// Starting and joining a class, and the board that a teacher shows. FX thread only.
@NullMarked
package p2pgossip.ui.classroom;

import org.jspecify.annotations.NullMarked;
