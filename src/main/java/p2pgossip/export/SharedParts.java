package p2pgossip.export;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.Rumor;
import p2pgossip.gossip.Sender;
import p2pgossip.network.Observation;

/// Makes equal addresses, rumours and texts the same objects, as they are in a program that has
/// observed them itself. Read from a file, each observation has its own, and takes three times the
/// room.
final class SharedParts {

  /// Enough for any network that is shown; more are not shared.
  private static final int MOST = 50_000;

  private final Map<Object, Object> known = new HashMap<>();

  Observation of(Observation observation) {
    return switch (observation) {
      case Observation.Happened(var at, var observer, var event) ->
          new Observation.Happened(at, share(observer), of(event));
      case Observation.Seen(var at, var snapshot) -> new Observation.Seen(at, of(snapshot));
      case Observation.LostSight _,
          Observation.FaultsChanged _,
          Observation.RunBegan _,
          Observation.RunEnded _,
          Observation.RumorRecalled _ ->
          observation;
    };
  }

  private PeerSnapshot of(PeerSnapshot snapshot) {
    return new PeerSnapshot(
        snapshot.at(),
        share(snapshot.address()),
        snapshot.self(),
        share(snapshot.settings()),
        snapshot.periods(),
        snapshot.neighbors().stream().map(this::share).toList(),
        snapshot.rumors());
  }

  /// The frequent ones.
  private GossipEvent of(GossipEvent event) {
    return switch (event) {
      case GossipEvent.CopySent it ->
          new GossipEvent.CopySent(it.at(), share(it.to()), of(it.copy()), it.inAnswer());
      case GossipEvent.CopyDelivered it ->
          new GossipEvent.CopyDelivered(
              it.at(), share(it.to()), of(it.copy()), it.hearing(), it.roundTrip());
      case GossipEvent.CopyFailed it ->
          new GossipEvent.CopyFailed(it.at(), share(it.to()), of(it.copy()), share(it.failure()));
      case GossipEvent.RumorHeard it ->
          new GossipEvent.RumorHeard(it.at(), of(it.copy()), of(it.sender()), it.pulled());
      case GossipEvent.RumorRepeated it ->
          new GossipEvent.RumorRepeated(it.at(), of(it.copy()), share(it.sender()), it.pulled());
      case GossipEvent.MessageSent it ->
          new GossipEvent.MessageSent(it.at(), it.flight(), share(it.to()), share(it.text()));
      case GossipEvent.MessageDelivered it ->
          new GossipEvent.MessageDelivered(it.at(), it.flight(), share(it.to()), it.roundTrip());
      case GossipEvent.MessageReceived it ->
          new GossipEvent.MessageReceived(it.at(), share(it.sender()), share(it.text()));
      case GossipEvent.PeersReported it ->
          new GossipEvent.PeersReported(
              it.at(),
              share(it.by()),
              it.peers().stream().map(this::share).collect(Collectors.toUnmodifiableSet()));
      default -> event;
    };
  }

  private Copy of(Copy copy) {
    return new Copy(of(copy.rumor()), copy.hops(), copy.number());
  }

  private Rumor of(Rumor rumor) {
    return share(rumor);
  }

  private @Nullable Sender of(@Nullable Sender sender) {
    return sender == null ? null : share(sender);
  }

  private <T> T share(T part) {
    Object same = known.get(part);
    if (same == null) {
      if (known.size() < MOST) {
        known.put(part, part);
      }
      return part;
    }
    @SuppressWarnings("unchecked") // equal records and strings are of one class
    T shared = (T) same;
    return shared;
  }
}
