package p2pgossip.net.password;

import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;

/// The peers of this process. Two of them that have the same password are given a common session
/// key in memory, so hundreds of peers need no arithmetic to know each other. Thread-safe.
public final class LocalPeers {

  private final Map<PeerAddress, Credentials> byAddress = new ConcurrentHashMap<>();
  private final String fingerprint;

  // Guarded by this.
  private @Nullable SecureRandom random;

  /// @param fingerprint of the certificate of all peers of this process; empty without TLS
  public LocalPeers(String fingerprint) {
    this.fingerprint = fingerprint;
  }

  /// The peer at an address runs from now on.
  public void add(PeerAddress address, Credentials credentials) {
    byAddress.put(address, credentials);
  }

  /// It no longer runs.
  public void remove(PeerAddress address, Credentials credentials) {
    byAddress.remove(address, credentials);
  }

  /// A session with a peer of this process, which knows it too from now on.
  ///
  /// @param shown the fingerprint of the certificate that the called peer shows; empty without TLS
  /// @return null if the called peer is not of this process, shows another certificate, or has
  ///     another password
  public @Nullable CallersSession meet(Credentials caller, PeerAddress called, String shown) {
    Credentials other = byAddress.get(called);
    PeerAddress self = caller.self();
    Password password = caller.password();
    if (other == null
        || self == null
        || password == null
        || self.equals(called)
        || !shown.equals(fingerprint)) {
      return null;
    }
    CallersSession session =
        other.admitNeighbor(password, new Meeting(self, called, shown), random());
    if (session != null) {
      caller.met(session, password);
    }
    return session;
  }

  /// Made when it is first needed, so that peers without a password start faster.
  private synchronized SecureRandom random() {
    if (random == null) {
      random = new SecureRandom();
    }
    return random;
  }
}
