package p2pgossip.certificate;

import p2pgossip.gossip.Fingerprint;

/// What is remembered of the key at an address.
public sealed interface Verdict {

  /// Nothing yet.
  record FirstMet() implements Verdict {}

  /// It is the key that was there before.
  record Known() implements Verdict {}

  /// It is another key than before.
  record Changed(Fingerprint before) implements Verdict {}
}
