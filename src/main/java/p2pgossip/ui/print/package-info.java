/// What of a view stands in a picture of it.
@NullMarked
package p2pgossip.ui.print;

import org.jspecify.annotations.NullMarked;
