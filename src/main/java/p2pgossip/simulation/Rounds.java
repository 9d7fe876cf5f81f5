package p2pgossip.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Answer;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;
import p2pgossip.gossip.RumorId;

/// The rounds of peers in step. All peers begin a period at the same moment, which is the start of
/// a round. Then, each at one moment: questions arrive and are answered by what was known at the
/// start; messages arrive; answers return; and what was asked for in them arrives. All of it is
/// over before the next round. What peers would pass on at once because they have heard it waits
/// for the next round. Feedback says whether the hearer knew the rumour at the start.
///
/// This is the order in which the exact values of the literature hold. Used with the lock of the
/// network held.
final class Rounds {

  /// Of a period, one of which passes between two of those moments.
  private static final int PARTS = 16;

  /// In which a loss shows: after all that can happen in the round.
  private static final int LOSS_SHOWS_IN = 12;

  private record Fresh(PeerAddress hearer, RumorId rumor) {}

  private final Set<Fresh> fresh = new HashSet<>();
  private final List<Runnable> waiting = new ArrayList<>();
  private @Nullable Instant began;

  /// Takes note of an event of a peer.
  void happened(PeerAddress peer, GossipEvent event) {
    switch (event) {
      case GossipEvent.PeriodBegan it -> begin(it.at());
      case GossipEvent.RumorHeard it -> fresh.add(new Fresh(peer, it.copy().rumor().id()));
      default -> {
        // No other event concerns the order of a round.
      }
    }
  }

  /// Begins a round, unless another peer has begun it.
  private void begin(Instant now) {
    if (now.equals(began)) {
      return;
    }
    began = now;
    fresh.clear();
    List<Runnable> due = List.copyOf(waiting);
    waiting.clear();
    due.forEach(Runnable::run);
  }

  /// Does something at the start of the next round.
  void next(Runnable task) {
    waiting.add(task);
  }

  /// How long until the next round begins by itself.
  Duration untilNext(Instant now, Duration period) {
    if (began == null) {
      return Duration.ZERO;
    }
    long since = Duration.between(began, now).toNanos() % period.toNanos();
    return since == 0 ? Duration.ZERO : period.minusNanos(since);
  }

  static Duration way(Request request, Duration period) {
    return parts(isMessage(request) ? 2 : 1, period);
  }

  static Duration wayBack(Request request, Duration period) {
    return parts(isMessage(request) ? 1 : 2, period);
  }

  static Duration lossShowsAfter(Duration period) {
    return parts(LOSS_SHOWS_IN, period);
  }

  private static boolean isMessage(Request request) {
    return request instanceof Request.Tell;
  }

  private static Duration parts(int parts, Duration period) {
    return period.multipliedBy(parts).dividedBy(PARTS);
  }

  /// The answer to a request, by what the peer knew at the start of the round.
  Answer asOfStart(PeerAddress peer, Request request, Answer answer) {
    return request instanceof Request.Tell(PeerAddress _, var message)
            && message.copy() != null
            && answer instanceof Answer.Given(Reply.Heard(Hearing hearing))
            && hearing == Hearing.KNOWN
            && fresh.contains(new Fresh(peer, message.copy().rumor().id()))
        ? new Answer.Given(new Reply.Heard(Hearing.NEWS))
        : answer;
  }
}
