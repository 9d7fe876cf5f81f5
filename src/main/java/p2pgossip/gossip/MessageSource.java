package p2pgossip.gossip;

import java.util.random.RandomGenerator;

/// Where the periodic messages come from.
public interface MessageSource {

  /// The next message; the same for the same state of `random`.
  String next(RandomGenerator random);
}
