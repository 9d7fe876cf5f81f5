package p2pgossip.gossip;

/// What a [Spreader] sees and may do at one moment. Rumours and neighbours are handles, counted from 0,
/// that mean something on this board alone: a strategy is the same whatever stands behind them.
interface Board {

  /// How many rumours may be passed on, the oldest first: those that are kept under the settings of the
  /// board and have hops left.
  int rumors();

  /// Whether it began at this peer.
  boolean beganHere(int rumor);

  /// How many hops the first copy made; 0 if the rumour began here.
  int hops(int rumor);

  /// Whether the interest in it is not lost yet.
  boolean isInteresting(int rumor);

  /// Ends the interest in it, whatever contacts say.
  void loseInterest(int rumor);

  /// Whether it was passed on to all at once.
  boolean isPassedOn(int rumor);

  void setPassedOn(int rumor);

  /// How likely a rumour is passed on.
  Forwarding forwarding();

  /// Tosses a coin, which gives `true` with this probability.
  boolean toss(double probability);

  /// How many can be told something, in the order of their addresses.
  int neighbors();

  /// Whether a neighbour can be asked for rumours.
  boolean takesRumors(int neighbor);

  /// Whether the first copy of a rumour came from that neighbour.
  boolean hasBrought(int neighbor, int rumor);

  /// As many of the neighbours at random as the fanout says, the same ones whenever it is asked. Not to
  /// be changed.
  int[] partners();

  /// As many at random of those neighbours that can be asked for rumours, drawn anew each time. Not to
  /// be changed.
  int[] answeringPartners();

  /// Passes a rumour on to a neighbour, unless it is on its way there already.
  void tell(int neighbor, int rumor);

  /// Passes a rumour on to a neighbour that this peer has not told it in this way yet.
  void tellOnce(int neighbor, int rumor);

  /// Asks a neighbour for rumours, unless it has not answered the last time yet.
  void ask(int neighbor, Digest.Purpose purpose);
}
