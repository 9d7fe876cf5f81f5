/// Who has heard a rumour, one cell a peer: a picture for networks too large for a graph.
@NullMarked
package p2pgossip.ui.overview;

import org.jspecify.annotations.NullMarked;
