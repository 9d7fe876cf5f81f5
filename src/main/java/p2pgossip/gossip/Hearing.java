package p2pgossip.gossip;

/// What a peer that was told a rumour said of it in its answer: the feedback of Demers et al. 1987,
/// section 1.4.
public enum Hearing {
  /// It was news: a useful contact.
  NEWS,
  /// It was known already: an unnecessary contact.
  KNOWN,
  /// It did not say, which the original never does, or the message was no rumour.
  UNSAID
}
