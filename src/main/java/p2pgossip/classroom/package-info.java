/// A class over the local network as values: what is announced of it, how that is written for a QR
/// code, for typing and for DNS-SD, and which classes were heard of. No socket, no clock.
@NullMarked
package p2pgossip.classroom;

import org.jspecify.annotations.NullMarked;
