package p2pgossip.gossip;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Changes the settings of this peer, and asks other peers to change theirs.
final class SettingsControl {

  private final PeerAddress address;
  private final OwnState own;
  private final KnownPeers known;
  private final Periods periods;
  private final PeriodWork work;
  private final Survey survey;

  /// @param address where others reach this peer
  SettingsControl(
      PeerAddress address,
      OwnState own,
      KnownPeers known,
      Periods periods,
      PeriodWork work,
      Survey survey) {
    this.address = address;
    this.own = own;
    this.known = known;
    this.periods = periods;
    this.work = work;
    this.survey = survey;
  }

  /// The settings are these from now on.
  ///
  /// @param by the other peer that changes them; null if the user of this peer does
  void change(PeerSettings settings, @Nullable Sender by, StepBuilder builder) {
    PeerSettings before = own.settings();
    own.set(settings);
    builder.happened(new GossipEvent.SettingsChanged(builder.at(), settings, by));
    boolean resumed = before.paused() && !settings.paused();
    if (resumed || !before.period().equals(settings.period())) {
      periods.retime(builder.now(), settings.period());
    }
    if (!settings.asksNeighbors()) {
      survey.endAll(builder);
    } else if (settings.wholeNetwork() && !before.wholeNetwork()) {
      work.askNeighbors(builder);
    }
  }

  /// Asks another peer for its settings, if it lets others change them.
  void ask(PeerAddress peer, StepBuilder builder) {
    if (isTunable(peer)) {
      builder.send(new Request.AskSettings(peer));
    }
  }

  /// Changes the settings of those of `peers` that let others do so.
  void tune(Collection<PeerAddress> peers, Tuning tuning, StepBuilder builder) {
    for (PeerAddress peer : peers) {
      if (isTunable(peer) && builder.send(new Request.Tune(peer, address, tuning)) == null) {
        Failure busy =
            new Failure(Failure.Kind.REFUSED, "it has not answered the previous change yet");
        builder.happened(new GossipEvent.TuningFailed(builder.at(), peer, true, busy));
      }
    }
  }

  private boolean isTunable(PeerAddress peer) {
    Neighbor neighbor = known.get(peer);
    return neighbor != null && neighbor.isHealthy() && neighbor.offers(Offer.TUNING);
  }
}
