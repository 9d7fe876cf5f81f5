package p2pgossip.simulation;

/// What becomes of the calls of one synchronous round, by the indices of the peers.
public interface Calls {

  /// All peers act, and nothing is lost.
  Calls ALL_ARRIVE =
      new Calls() {
        @Override
        public boolean acts(int peer) {
          return true;
        }

        @Override
        public boolean arrives(int from, int to, int number) {
          return true;
        }

        @Override
        public void reachedByQuestion(int peer) {}
      };

  /// Whether a peer begins a period in this round.
  boolean acts(int peer);

  /// Whether a copy or a question arrives. If not, it fails for the peer that sent it when the
  /// round is over, and nobody learns anything from it.
  ///
  /// @param number how many messages the peer has sent before in this round
  boolean arrives(int from, int to, int number);

  /// A question has arrived at a peer, which is about to answer it.
  void reachedByQuestion(int peer);
}
