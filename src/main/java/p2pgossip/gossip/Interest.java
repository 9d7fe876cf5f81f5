package p2pgossip.gossip;

import java.util.random.RandomGenerator;

/// When a peer stops spreading a rumour, as in Demers et al. 1987, "Epidemic algorithms for
/// replicated database maintenance", section 1.4: blind or with feedback, by a counter or by a
/// coin.
///
/// @param lastsUntil what ends the interest
/// @param heeds which contacts count
/// @param k the number of contacts for the counter, or one over the probability of the coin; 1 to
/// 100; unused if interest is never lost
public record Interest(End lastsUntil, Contacts heeds, int k) {

  public static final Interest NEVER_LOST = new Interest(End.NEVER, Contacts.UNNECESSARY, 1);
  public static final int GREATEST_K = 100;

  /// Returned by [#after] if the interest is lost.
  public static final int LOST = -1;

  /// What ends the interest.
  public enum End {
    /// Nothing.
    NEVER,
    /// `k` contacts that count. With feedback, a useful one resets the counter.
    COUNTER,
    /// Each contact that counts, with a probability of 1/k.
    COIN
  }

  /// Which contacts count.
  public enum Contacts {
    /// Those with a peer that knew the rumour already ("feedback").
    UNNECESSARY,
    /// All ("blind").
    ALL
  }

  /// @throws IllegalArgumentException when k is out of range
  public Interest {
    if (k < 1 || k > GREATEST_K) {
      throw new IllegalArgumentException("k of " + k + " is not between 1 and " + GREATEST_K);
    }
  }

  /// The number of counted contacts after one more, while the interest lasts.
  ///
  /// @param counted the number before it; 0 at first
  /// @param useful whether the rumour was news to the other; unused if all contacts count
  /// @param coin used only if the coin decides
  /// @return [#LOST] if the contact ends the interest
  public int after(int counted, boolean useful, RandomGenerator coin) {
    if (useful && heeds == Contacts.UNNECESSARY) {
      return 0;
    }
    return switch (lastsUntil) {
      case NEVER -> counted;
      case COUNTER -> counted + 1 >= k ? LOST : counted + 1;
      case COIN -> coin.nextInt(k) == 0 ? LOST : counted;
    };
  }
}
