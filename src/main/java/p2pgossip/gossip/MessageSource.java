package p2pgossip.gossip;

import java.util.random.RandomGenerator;

/// Makes the sentences that are sent each period.
public interface MessageSource {

  /// The next sentence; the same one for the same state of `random`.
  String next(RandomGenerator random);
}
