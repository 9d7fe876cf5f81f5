/// Who is who over an encrypted connection: a peer's own key and certificate, and what is
/// remembered of those of others. Files and values only; no sockets.
@NullMarked
package p2pgossip.certificate;

import org.jspecify.annotations.NullMarked;
