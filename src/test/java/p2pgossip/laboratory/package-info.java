@NullMarked
package p2pgossip.laboratory;

import org.jspecify.annotations.NullMarked;
