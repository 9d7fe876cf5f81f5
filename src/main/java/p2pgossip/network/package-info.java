/// The picture of the whole network, computed from observations: which peers are present, which
/// know each other, how each rumour spreads; its figures and curves; recording and playback. No
/// screen, no sockets, no clock.
@NullMarked
package p2pgossip.network;

import org.jspecify.annotations.NullMarked;
