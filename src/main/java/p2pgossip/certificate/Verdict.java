package p2pgossip.certificate;

import p2pgossip.gossip.Fingerprint;

/// The comparison of a key with the one remembered for an address.
public sealed interface Verdict {

  /// None is remembered.
  record FirstMet() implements Verdict {}

  /// It is the same key.
  record Known() implements Verdict {}

  /// It is another key.
  record Changed(Fingerprint before) implements Verdict {}
}
