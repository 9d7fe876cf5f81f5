package p2pgossip.net;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import p2pgossip.classroom.TeacherKey;
import p2pgossip.gossip.Fingerprint;
import p2pgossip.gossip.PeerAddress;

/// The addresses at which only a peer with a certain key is accepted, even when it is met for the
/// first time. Thread-safe; never blocks.
final class PinnedKeys {

  /// Several peers of a process may have pinned the same address.
  private final Map<PeerAddress, List<TeacherKey>> pinned = new HashMap<>();

  synchronized void pin(PeerAddress address, TeacherKey key) {
    pinned.computeIfAbsent(address, _ -> new ArrayList<>()).add(key);
  }

  /// Undoes one call of [#pin].
  synchronized void unpin(PeerAddress address, TeacherKey key) {
    List<TeacherKey> keys = pinned.get(address);
    if (keys != null && keys.remove(key) && keys.isEmpty()) {
      pinned.remove(address);
    }
  }

  synchronized boolean isPinned(PeerAddress address) {
    return pinned.containsKey(address);
  }

  /// @throws UntrustedCertificate when another key is expected at this address
  synchronized void require(PeerAddress address, Fingerprint shown) throws UntrustedCertificate {
    for (TeacherKey expected : pinned.getOrDefault(address, List.of())) {
      if (!expected.fits(shown)) {
        throw new UntrustedCertificate(
            "the peer there is not the teacher of this class: its code is %s, and the class has %s; compare it with the teacher's screen"
                .formatted(new TeacherKey.Whole(shown).inWords(), expected.inWords()));
      }
    }
  }
}
