package p2pgossip.ui.model;

import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;

/// The settings of another peer, as far as they are known here.
///
/// @param peer null if no peer is selected that lets others change its settings
/// @param settings as it reported them last; null until it has
/// @param words the outcome of the last change, as a sentence; may be empty
public record ForeignSettings(
    @Nullable PeerAddress peer, @Nullable PeerSettings settings, Stage stage, String words) {

  public static final ForeignSettings NONE = new ForeignSettings(null, null, Stage.ASKING, "");

  /// How far asking and changing have got.
  public enum Stage {
    ASKING,
    KNOWN,
    CHANGING,
    CHANGED,
    FAILED
  }

  static ForeignSettings asked(PeerAddress peer) {
    return new ForeignSettings(peer, null, Stage.ASKING, "");
  }

  ForeignSettings as(Stage newStage, String newWords) {
    return new ForeignSettings(peer, settings, newStage, newWords);
  }

  ForeignSettings with(PeerSettings reported, boolean tuned) {
    if (tuned) {
      return new ForeignSettings(peer, reported, Stage.CHANGED, "Changed.");
    }
    return stage == Stage.CHANGING
        ? new ForeignSettings(peer, reported, stage, words)
        : new ForeignSettings(peer, reported, Stage.KNOWN, "");
  }
}
