package p2pgossip.scenario;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Forwarding;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;

/// Some settings of a peer, the others left as they are: null where there is nothing to change. Whether
/// the values are in their ranges shows in [#applyTo].
///
/// @param text what each sentence is to be; empty for random sentences again
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

  /// All in which `settings` differ from the default settings.
  ///
  /// Whether the periods stand still and whether the whole network is shown are no part of it: the
  /// one is done to a network rather than set, the other changes nothing but what is seen.
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

  /// These settings with the changes in them.
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
