/// The picture of the whole network, put together from observations: who is there, who knows whom,
/// how each rumour spreads; its figures and curves; recording it and playing it again. No screen,
/// no sockets, no clock.
@NullMarked
package p2pgossip.network;

import org.jspecify.annotations.NullMarked;
