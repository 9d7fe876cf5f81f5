package p2pgossip.gossip;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The settings of a peer, which can be changed while it runs.
///
/// @param period seconds between periods, 0.1 s to 1 day
/// @param update whether neighbours are asked each period for the peers that they know, which are
/// learned
/// @param paused whether no periods begin; requests from others are still answered
/// @param text what is sent each period; null for a random sentence
/// @param wholeNetwork whether others are asked each period for the peers that they know, which are
/// only shown
/// @param failureLimit failures in a row after which a peer is forgotten, 1 to 1000; with 1, peers
/// are forgotten as by the original
/// @param keep whether peers that the user asked for are exempt from that limit and are tried until
/// the user drops them, and lost peers are looked for
/// @param maxPeers how many peers may be known at a time, 1 to 100,000
/// @param sentences whether each neighbour is sent a sentence each period; without them a single
/// rumour is easier to see
/// @param spreading how rumours are spread
/// @param tunable whether others may change those settings that a [Tuning] can change
public record PeerSettings(
    Duration period,
    boolean update,
    boolean paused,
    @Nullable String text,
    boolean wholeNetwork,
    int failureLimit,
    int maxPeers,
    boolean sentences,
    Spreading spreading,
    boolean tunable,
    boolean keep) {

  public static final Duration SHORTEST_PERIOD = Duration.ofMillis(100);
  public static final Duration LONGEST_PERIOD = Duration.ofDays(1);

  /// In bytes of UTF-8. Leaves room for the JSON around it under the limit of the original of
  /// 32,768 bytes for a body, even if every byte has to be escaped.
  public static final int LONGEST_TEXT = 4_096;

  public static final PeerSettings DEFAULT =
      new PeerSettings(
          Duration.ofSeconds(5),
          false,
          false,
          null,
          false,
          3,
          256,
          true,
          Spreading.DEFAULT,
          false,
          true);

  /// @throws IllegalArgumentException when a value is out of its range, naming it
  public PeerSettings {
    if (period.compareTo(SHORTEST_PERIOD) < 0 || period.compareTo(LONGEST_PERIOD) > 0) {
      throw new IllegalArgumentException(
          "period of " + period.toMillis() / 1000.0 + " s is not between 0.1 s and 1 day");
    }
    if (failureLimit < 1 || failureLimit > 1_000) {
      throw new IllegalArgumentException(
          "failure limit " + failureLimit + " is not between 1 and 1000");
    }
    if (maxPeers < 1 || maxPeers > 100_000) {
      throw new IllegalArgumentException(
          "greatest number of peers " + maxPeers + " is not between 1 and 100000");
    }
    if (text != null && text.isBlank()) {
      text = null;
    }
    if (text != null && utf8Length(text) > LONGEST_TEXT) {
      throw new IllegalArgumentException(
          "message text is longer than " + LONGEST_TEXT + " bytes of UTF-8");
    }
  }

  private static int utf8Length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /// Whether neighbours are asked for the peers that they know, for either purpose.
  boolean asksNeighbors() {
    return update || wholeNetwork;
  }

  /// As far as they fit a peer that behaves like the original: it neither asks for rumours nor
  /// passes any on, and lets nobody change it.
  public PeerSettings asOriginal() {
    return withSpreading(spreading.withStrategy(Strategy.DIRECT)).withTunable(false);
  }

  public PeerSettings withPeriod(Duration newPeriod) {
    return with(values -> values.period = newPeriod);
  }

  public PeerSettings withUpdate(boolean newUpdate) {
    return with(values -> values.update = newUpdate);
  }

  public PeerSettings withPaused(boolean newPaused) {
    return with(values -> values.paused = newPaused);
  }

  public PeerSettings withText(@Nullable String newText) {
    return with(values -> values.text = newText);
  }

  public PeerSettings withWholeNetwork(boolean newWholeNetwork) {
    return with(values -> values.wholeNetwork = newWholeNetwork);
  }

  public PeerSettings withFailureLimit(int newFailureLimit) {
    return with(values -> values.failureLimit = newFailureLimit);
  }

  public PeerSettings withMaxPeers(int newMaxPeers) {
    return with(values -> values.maxPeers = newMaxPeers);
  }

  /// With room for that many neighbours, where nothing was said about [#maxPeers].
  ///
  /// @throws IllegalArgumentException when no peer may know that many
  public PeerSettings withRoomFor(int neighbors) {
    return maxPeers == DEFAULT.maxPeers && neighbors > maxPeers ? withMaxPeers(neighbors) : this;
  }

  public PeerSettings withSentences(boolean newSentences) {
    return with(values -> values.sentences = newSentences);
  }

  public PeerSettings withSpreading(Spreading newSpreading) {
    return with(values -> values.spreading = newSpreading);
  }

  public PeerSettings withTunable(boolean newTunable) {
    return with(values -> values.tunable = newTunable);
  }

  public PeerSettings withKeep(boolean newKeep) {
    return with(values -> values.keep = newKeep);
  }

  private PeerSettings with(Consumer<Values> change) {
    Values values = new Values(this);
    change.accept(values);
    return values.settings();
  }

  /// The settings while one of them is changed.
  private static final class Values {

    private Duration period;
    private boolean update;
    private boolean paused;
    private @Nullable String text;
    private boolean wholeNetwork;
    private int failureLimit;
    private int maxPeers;
    private boolean sentences;
    private Spreading spreading;
    private boolean tunable;
    private boolean keep;

    private Values(PeerSettings settings) {
      period = settings.period;
      update = settings.update;
      paused = settings.paused;
      text = settings.text;
      wholeNetwork = settings.wholeNetwork;
      failureLimit = settings.failureLimit;
      maxPeers = settings.maxPeers;
      sentences = settings.sentences;
      spreading = settings.spreading;
      tunable = settings.tunable;
      keep = settings.keep;
    }

    private PeerSettings settings() {
      return new PeerSettings(
          period,
          update,
          paused,
          text,
          wholeNetwork,
          failureLimit,
          maxPeers,
          sentences,
          spreading,
          tunable,
          keep);
    }
  }
}
