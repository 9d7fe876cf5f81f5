package p2pgossip.gossip;

import org.jspecify.annotations.Nullable;

/// The settings of this peer, what it says of itself, and whether it has left.
///
/// Modified by the thread that drives the engine. [#self()] and [#isLeaving()] may be called from
/// any thread.
final class OwnState {

  private PeerSettings settings;
  private volatile Peer self;
  private volatile boolean leaving;

  /// @param self its period and offers are set to those of the settings
  OwnState(Peer self, PeerSettings settings) {
    this.settings = settings;
    this.self = introduction(self, settings);
  }

  PeerSettings settings() {
    return settings;
  }

  /// What this peer says of itself now.
  Peer self() {
    return self;
  }

  boolean isLeaving() {
    return leaving;
  }

  void set(PeerSettings newSettings) {
    settings = newSettings;
    self = introduction(self, newSettings);
  }

  void rename(@Nullable PeerName name) {
    self = self.withName(name);
  }

  void leave() {
    leaving = true;
  }

  private static Peer introduction(Peer self, PeerSettings settings) {
    Peer timed =
        self.period().equals(settings.period()) ? self : self.withPeriod(settings.period());
    return timed.withOffer(Offer.TUNING, settings.tunable());
  }
}
