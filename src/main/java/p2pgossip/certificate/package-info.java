/// Identities over encrypted connections: a peer's own key and certificate, and what is remembered
/// of others. Files and values only; no sockets.
@NullMarked
package p2pgossip.certificate;

import org.jspecify.annotations.NullMarked;
