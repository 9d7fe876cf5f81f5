package p2pgossip.scenario;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Forwarding;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;

/// New values for some settings of a peer; null leaves a setting as it is. [#applyTo] checks that
/// the values are in range.
///
/// @param text of each sentence; empty to return to random sentences
public record SettingsChange(
    @Nullable Duration period,
    @Nullable Boolean update,
    @Nullable Boolean sentences,
    @Nullable String text,
    @Nullable Integer failureLimit,
    @Nullable Integer maxPeers,
    @Nullable Strategy strategy,
    @Nullable Integer fanout,
    @Nullable Interest interest,
    @Nullable Integer hopLimit,
    @Nullable Forwarding forwarding) {

  public static final SettingsChange NONE =
      new SettingsChange(null, null, null, null, null, null, null, null, null, null, null);

  /// The differences of `settings` from the defaults.
  ///
  /// Two settings are left out. A pause is an action on a network, and showing the whole network
  /// changes only what a window shows.
  public static SettingsChange of(PeerSettings settings) {
    PeerSettings usual = PeerSettings.DEFAULT;
    Spreading spreading = settings.spreading();
    Spreading usually = usual.spreading();
    return new SettingsChange(
        differing(settings.period(), usual.period()),
        differing(settings.update(), usual.update()),
        differing(settings.sentences(), usual.sentences()),
        settings.text(),
        differing(settings.failureLimit(), usual.failureLimit()),
        differing(settings.maxPeers(), usual.maxPeers()),
        differing(spreading.strategy(), usually.strategy()),
        differing(spreading.fanout(), usually.fanout()),
        differing(spreading.interest(), usually.interest()),
        differing(spreading.hopLimit(), usually.hopLimit()),
        differing(spreading.forwarding(), usually.forwarding()));
  }

  /// What makes any settings these, whatever they were: all that a change can hold, at its default
  /// or not. A forwarding is left out that is not worth telling.
  public static SettingsChange to(PeerSettings settings) {
    Spreading spreading = settings.spreading();
    String text = settings.text();
    return new SettingsChange(
        settings.period(),
        settings.update(),
        settings.sentences(),
        text == null ? "" : text,
        settings.failureLimit(),
        settings.maxPeers(),
        spreading.strategy(),
        spreading.fanout(),
        spreading.interest(),
        spreading.hopLimit(),
        spreading.toldForwarding());
  }

  private static <T> @Nullable T differing(T value, T usual) {
    return value.equals(usual) ? null : value;
  }

  /// The settings with this change made.
  ///
  /// @throws IllegalArgumentException when a value is out of its range, naming it
  public PeerSettings applyTo(PeerSettings settings) {
    Spreading spreading = settings.spreading();
    return settings
        .withPeriod(Objects.requireNonNullElse(period, settings.period()))
        .withUpdate(Objects.requireNonNullElse(update, settings.update()))
        .withText(text == null ? settings.text() : text)
        .withFailureLimit(Objects.requireNonNullElse(failureLimit, settings.failureLimit()))
        .withMaxPeers(Objects.requireNonNullElse(maxPeers, settings.maxPeers()))
        .withSentences(Objects.requireNonNullElse(sentences, settings.sentences()))
        .withSpreading(
            new Spreading(
                Objects.requireNonNullElse(strategy, spreading.strategy()),
                Objects.requireNonNullElse(fanout, spreading.fanout()),
                Objects.requireNonNullElse(interest, spreading.interest()),
                Objects.requireNonNullElse(hopLimit, spreading.hopLimit()),
                Objects.requireNonNullElse(forwarding, spreading.forwarding())));
  }
}
