package p2pgossip.gossip;

/// What a [Spreader] sees and may do at one moment. Rumours and neighbours are handles, counted
/// from 0, that are valid on this board only, so a strategy does not depend on what they stand for.
/// A running peer has one board at a time; a population on arrays has one for all its peers, which
/// is pointed at one after another. Used by one thread at a time.
public interface Board {

  /// The number of rumours that may be passed on, the oldest first: those that are kept under the
  /// settings of this board and have hops left.
  int rumors();

  /// Whether the rumour began at this peer.
  boolean beganHere(int rumor);

  /// The number of hops that the first copy made; 0 if the rumour began here.
  int hops(int rumor);

  /// Whether this peer is still interested in the rumour.
  boolean isInteresting(int rumor);

  /// Ends the interest in the rumour, whatever the contacts are.
  void loseInterest(int rumor);

  /// Whether the rumour was passed on to all neighbours at once.
  boolean isPassedOn(int rumor);

  void setPassedOn(int rumor);

  /// How likely a peer is to pass a rumour on.
  Forwarding forwarding();

  /// Tosses a coin that comes up `true` with this probability.
  boolean toss(double probability);

  /// The number of neighbours that can be told something, in the order of their addresses.
  int neighbors();

  /// Whether a neighbour can be asked for rumours.
  boolean takesRumors(int neighbor);

  /// Whether the first copy of a rumour came from that neighbour.
  boolean hasBrought(int neighbor, int rumor);

  /// `fanout` neighbours chosen at random, the same ones on each call. Not to be modified.
  int[] partners();

  /// `fanout` neighbours chosen at random among those that can be asked for rumours, drawn anew on
  /// each call. Not to be modified.
  int[] answeringPartners();

  /// Passes a rumour on to a neighbour, unless a copy is already on its way there.
  void tell(int neighbor, int rumor);

  /// Passes a rumour on to a neighbour that was not told it by this method before.
  void tellOnce(int neighbor, int rumor);

  /// Asks a neighbour for rumours, unless the last question to it is still unanswered.
  void ask(int neighbor, Digest.Purpose purpose);
}
