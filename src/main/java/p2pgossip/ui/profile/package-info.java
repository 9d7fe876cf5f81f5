/// What the program measures of its own work, live.
@NullMarked
package p2pgossip.ui.profile;

import org.jspecify.annotations.NullMarked;
