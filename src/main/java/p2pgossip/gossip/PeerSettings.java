package p2pgossip.gossip;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What can be changed while a peer runs.
///
/// @param period pause between messages, 0.1 s to 1 day
/// @param update whether neighbours are asked each period for the peers that they know
/// @param paused whether the periods stand still; requests from others are still answered
/// @param text what is sent each period; null for a random sentence
/// @param wholeNetwork whether others are asked each period whom they know, only to show it
/// @param failureLimit failures in a row after which a peer is forgotten, 1 to 1000; 1 behaves as the
/// original does
/// @param keep whether those whom the user asked for are excepted from that and tried until the user
/// drops them, and those that were lost are looked for
/// @param maxPeers how many peers may be known at a time, 1 to 100,000
/// @param sentences whether each neighbour is sent a sentence each period; without, a single rumour
/// stands alone
/// @param spreading how rumours are spread
/// @param tunable whether others may change the settings that a [Tuning] can
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

  /// UTF-8 bytes; leaves room for the JSON round it under the original's limit of 32,768 for a body,
  /// even if every byte has to be escaped.
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

  /// Whether neighbours are asked whom they know, for whatever end.
  boolean asksNeighbors() {
    return update || wholeNetwork;
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

  /// The settings while one of them changes.
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
