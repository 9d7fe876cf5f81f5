package p2pgossip.gossip;

/// What the one who was told a rumour said of it in its answer: the feedback of Demers et al. 1987,
/// section 1.4.
public enum Hearing {
  /// It was news there: a useful contact.
  NEWS,
  /// It was known there already: an unnecessary contact.
  KNOWN,
  /// It did not say, as the original never does, or it was no rumour.
  UNSAID
}
