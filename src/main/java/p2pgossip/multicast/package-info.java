/// Announces a class on the local network and hears of others: DNS-SD (RFC 6763) over multicast DNS
/// (RFC 6762). What is heard costs little, however much it is and whoever sends it.
@NullMarked
package p2pgossip.multicast;

import org.jspecify.annotations.NullMarked;
