/// A rumour's copies in space and time: a line for each peer, an arrow for each copy. A pure view.
@NullMarked
package p2pgossip.ui.spacetime;

import org.jspecify.annotations.NullMarked;
