package p2pgossip.ui.window;

import java.time.Instant;
import p2pgossip.ui.model.NetworkViewModel;
import p2pgossip.ui.replay.ReplayActions;

/// Does what the bar that leads through time asks for. FX thread only.
final class ReplayCommands implements ReplayActions {

  private final NetworkViewModel network;

  ReplayCommands(NetworkViewModel network) {
    this.network = network;
  }

  @Override
  public void goLive() {
    network.goLive();
  }

  @Override
  public void play() {
    network.play();
  }

  @Override
  public void hold() {
    network.hold();
  }

  @Override
  public void step(boolean forward) {
    network.step(forward);
  }

  @Override
  public void seek(Instant moment) {
    network.seek(moment);
  }

  @Override
  public void setPace(double pace) {
    network.setPace(pace);
  }
}
