package p2pgossip.ui.graph.input;

import p2pgossip.gossip.PeerAddress;

/// Does nothing: stands in until the window sets its actions.
public class NoActions implements GraphActions {

  @Override
  public void connect(PeerAddress peer) {}

  @Override
  public void disconnect(PeerAddress peer) {}

  @Override
  public void send(PeerAddress peer) {}

  @Override
  public String describe(PeerAddress peer) {
    return "";
  }
}
