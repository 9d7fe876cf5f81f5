package p2pgossip.ui.model;

import p2pgossip.gossip.GossipEvent;

/// What one peer has counted since it was started.
///
/// @param periods begun
/// @param sent messages; likewise `received` and `failed`
public record Tally(long periods, long sent, long received, long failed) {

  public static final Tally NONE = new Tally(0, 0, 0, 0);

  Tally with(GossipEvent event) {
    return switch (event) {
      case GossipEvent.PeriodBegan _ -> new Tally(periods + 1, sent, received, failed);
      case GossipEvent.MessageSent _, GossipEvent.CopySent _ ->
          new Tally(periods, sent + 1, received, failed);
      case GossipEvent.MessageReceived _, GossipEvent.RumorRepeated _ ->
          new Tally(periods, sent, received + 1, failed);
      case GossipEvent.MessageFailed _, GossipEvent.CopyFailed _ ->
          new Tally(periods, sent, received, failed + 1);
      case GossipEvent.RumorHeard it when it.sender() != null ->
          new Tally(periods, sent, received + 1, failed);
      default -> this;
    };
  }
}
