package p2pgossip.export;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.Mutuality;
import p2pgossip.gossip.Origin;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.PeerSnapshot.Acquaintance;
import p2pgossip.gossip.Rumor;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Sender;
import p2pgossip.gossip.Standing;
import p2pgossip.network.Observation;
import p2pgossip.network.Recorded;

/// A session made up by a test, which says what happens millisecond by millisecond.
public final class SampleSession {

  public static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
  public static final PeerAddress ANN = peer(8081);
  public static final PeerAddress BOB = peer(8082);
  public static final PeerAddress EVE = peer(8083);
  public static final Rumor RUMOR =
      new Rumor(new RumorId("r1"), ANN, START.plusMillis(100), "Have you heard?");
  static final Failure NOBODY = new Failure(Failure.Kind.UNREACHABLE, "nothing listens there");

  private final List<Observation> observations = new ArrayList<>();

  static PeerAddress peer(int port) {
    return PeerAddress.parse("127.0.0.1:" + port);
  }

  static Instant at(long millis) {
    return START.plusMillis(millis);
  }

  /// Three in a row; a rumour goes from one end to the other, one copy of it is lost, and the last
  /// leaves.
  public static Recorded ofThree() {
    return new SampleSession()
        .seen(0, ANN, mutual(BOB))
        .seen(0, BOB, mutual(ANN))
        .told(100, ANN)
        .sent(101, ANN, BOB, 1, 1)
        .heard(103, BOB, ANN, 1, 1)
        .happened(BOB, new GossipEvent.PeerConnected(at(200), EVE, new Origin.Called()))
        .seen(201, EVE, mutual(BOB))
        .sent(300, BOB, EVE, 2, 1)
        .happened(BOB, new GossipEvent.CopyFailed(at(305), EVE, copy(2, 1), NOBODY))
        .sent(400, BOB, EVE, 2, 2)
        .heard(402, EVE, BOB, 2, 2)
        .sent(500, EVE, BOB, 3, 1)
        .repeated(502, BOB, EVE, 3, 1)
        .happened(EVE, new GossipEvent.Stopped(at(900), EVE))
        .happened(BOB, new GossipEvent.PeerLeft(at(901), EVE))
        .happened(BOB, new GossipEvent.PeriodBegan(at(1_000), 1, null, 1))
        .recorded();
  }

  /// Peers that send each other messages and copies at random, of which some are lost, some come
  /// late, and all are reported by clocks that differ by up to 50 ms. A tenth of the peers are not
  /// watched.
  public static Recorded random(int peers, int copies, long seed) {
    Random random = new Random(seed);
    SampleSession session = new SampleSession();
    long[] skew = random.longs(peers, 0, 50).toArray();
    long[] count = new long[peers];
    for (int i = 0; i < copies; i++) {
      int from = random.nextInt(peers);
      int to = (from + 1 + random.nextInt(peers - 1)) % peers;
      long sent = 1_000 + 10L * i + skew[from];
      long arrived = 1_000 + 10L * i + 1 + random.nextInt(40) + skew[to];
      boolean lost = random.nextInt(10) == 0;
      if (random.nextBoolean()) {
        count[from]++;
        Copy copy = copy(1 + random.nextInt(5), count[from]);
        session.random(
            from, new GossipEvent.CopySent(at(sent), peer(9000 + to), copy, false), peers);
        session.random(
            lost ? from : to,
            lost
                ? new GossipEvent.CopyFailed(at(arrived), peer(9000 + to), copy, NOBODY)
                : new GossipEvent.RumorRepeated(
                    at(arrived), copy, new Sender.Named(peer(9000 + from)), false),
            peers);
      } else {
        String text = "The tram is late.";
        session.random(
            from, new GossipEvent.MessageSent(at(sent), i, peer(9000 + to), text), peers);
        if (!lost) {
          session.random(
              to,
              new GossipEvent.MessageReceived(
                  at(arrived), new Sender.Named(peer(9000 + from)), text),
              peers);
        }
      }
    }
    // Each peer's own events come in order; those of different peers in the order of their clocks.
    session.observations.sort(Comparator.comparing(Observation::at));
    return session.recorded();
  }

  private void random(int peer, GossipEvent event, int peers) {
    if (peer < peers - peers / 10) {
      happened(peer(9000 + peer), event);
    }
  }

  static Copy copy(int hops, long number) {
    return new Copy(RUMOR, hops, number);
  }

  static Acquaintance mutual(PeerAddress peer) {
    return new Acquaintance(peer, Standing.CONNECTED, Mutuality.MUTUAL);
  }

  SampleSession observed(Observation observation) {
    observations.add(observation);
    return this;
  }

  SampleSession happened(PeerAddress observer, GossipEvent event) {
    return observed(new Observation.Happened(observer, event));
  }

  SampleSession seen(long millis, PeerAddress peer, Acquaintance... neighbors) {
    Peer self = new Peer(START, PeerSettings.DEFAULT.period(), peer.port(), null, Set.of());
    return observed(
        new Observation.Seen(
            new PeerSnapshot(
                at(millis),
                peer,
                self,
                PeerSettings.DEFAULT,
                0,
                Arrays.asList(neighbors),
                List.of())));
  }

  SampleSession told(long millis, PeerAddress peer) {
    return happened(peer, new GossipEvent.RumorHeard(at(millis), copy(0, 0), null, false));
  }

  SampleSession sent(long millis, PeerAddress from, PeerAddress to, int hops, long number) {
    return happened(from, new GossipEvent.CopySent(at(millis), to, copy(hops, number), false));
  }

  SampleSession heard(
      long millis, PeerAddress peer, @Nullable PeerAddress from, int hops, long number) {
    Sender sender = from == null ? null : new Sender.Named(from);
    return happened(
        peer, new GossipEvent.RumorHeard(at(millis), copy(hops, number), sender, false));
  }

  SampleSession repeated(long millis, PeerAddress peer, PeerAddress from, int hops, long number) {
    return happened(
        peer,
        new GossipEvent.RumorRepeated(
            at(millis), copy(hops, number), new Sender.Named(from), false));
  }

  SampleSession delivered(long millis, PeerAddress from, PeerAddress to, int hops, long number) {
    return happened(
        from,
        new GossipEvent.CopyDelivered(
            at(millis), to, copy(hops, number), Hearing.NEWS, Duration.ofMillis(2)));
  }

  SampleSession messageSent(long millis, PeerAddress from, PeerAddress to, String text) {
    return happened(from, new GossipEvent.MessageSent(at(millis), millis, to, text));
  }

  SampleSession messageReceived(long millis, PeerAddress peer, PeerAddress from, String text) {
    return happened(
        peer, new GossipEvent.MessageReceived(at(millis), new Sender.Named(from), text));
  }

  Recorded recorded() {
    return new Recorded(List.of(), observations);
  }
}
