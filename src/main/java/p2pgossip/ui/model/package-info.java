/// What a window shows and does, with no control in it.
@NullMarked
package p2pgossip.ui.model;

import org.jspecify.annotations.NullMarked;
