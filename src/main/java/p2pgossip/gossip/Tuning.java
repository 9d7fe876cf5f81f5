package p2pgossip.gossip;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The changes that one peer makes to the settings of another. Null stays as it is.
///
/// @param period seconds between periods, 0.1 s to 1 day
/// @param update whether neighbours are asked each period for the peers that they know
/// @param paused whether no periods begin
/// @param speech what is sent each period
/// @param strategy how rumours are spread
/// @param fanout neighbours contacted each period, 1 to 100
/// @param forwarding how likely a peer is to pass a rumour on
public record Tuning(
    @Nullable Duration period,
    @Nullable Boolean update,
    @Nullable Boolean paused,
    @Nullable Speech speech,
    @Nullable Strategy strategy,
    @Nullable Integer fanout,
    @Nullable Forwarding forwarding) {

  /// Why a peer refuses to show its settings, and to have them changed.
  public static final String NOT_ALLOWED =
      "this peer's settings are its own; its user can allow others to change them"
          + " (--allow-tuning)";

  public static final Tuning NONE = new Tuning(null, null, null, null, null, null, null);

  /// What is sent each period.
  ///
  /// @param text null for a random sentence
  public record Speech(@Nullable String text) {}

  /// The changes that make `before` into `after`, as far as a tuning can make them.
  public static Tuning between(PeerSettings before, PeerSettings after) {
    Speech said = new Speech(after.text());
    return new Tuning(
        changed(before.period(), after.period()),
        changed(before.update(), after.update()),
        changed(before.paused(), after.paused()),
        changed(new Speech(before.text()), said),
        changed(before.spreading().strategy(), after.spreading().strategy()),
        changed(before.spreading().fanout(), after.spreading().fanout()),
        changed(before.spreading().forwarding(), after.spreading().forwarding()));
  }

  private static <T> @Nullable T changed(T before, T after) {
    return after.equals(before) ? null : after;
  }

  /// Whether it would change nothing.
  public boolean isEmpty() {
    return equals(NONE);
  }

  /// Returns these settings with the changes: all of them, or none if a value is out of its range.
  ///
  /// @throws IllegalArgumentException when a value is out of its range, naming it
  public PeerSettings applyTo(PeerSettings settings) {
    Spreading spreading = settings.spreading();
    PeerSettings tuned = settings;
    tuned = period == null ? tuned : tuned.withPeriod(period);
    tuned = update == null ? tuned : tuned.withUpdate(update);
    tuned = paused == null ? tuned : tuned.withPaused(paused);
    tuned = speech == null ? tuned : tuned.withText(speech.text());
    spreading = strategy == null ? spreading : spreading.withStrategy(strategy);
    spreading = fanout == null ? spreading : spreading.withFanout(fanout);
    spreading = forwarding == null ? spreading : spreading.withForwarding(forwarding);
    return tuned.withSpreading(spreading);
  }
}
