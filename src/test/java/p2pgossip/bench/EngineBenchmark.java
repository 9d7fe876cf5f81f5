package p2pgossip.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGeneratorFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import p2pgossip.gossip.Caller;
import p2pgossip.gossip.GossipEngine;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.Message;
import p2pgossip.gossip.Offer;
import p2pgossip.gossip.Outgoing;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;
import p2pgossip.gossip.Sentences;
import p2pgossip.gossip.Step;

/// The cost of the core alone, without sockets: a received message, a period in which nothing is to
/// be sent, and a whole period with all its answers. An idle period costs the same with many
/// neighbours as with few.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EngineBenchmark {

  private static final Duration ROUND_TRIP = Duration.ofMillis(1);
  private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

  @Param({"10", "299", "1000"})
  public int neighbors;

  private GossipEngine engine;
  private GossipEngine idle;
  private Instant now;
  private Request told;
  private PeerAddress sender;

  @Setup
  public void connectNeighbors() {
    now = START;
    PeerSettings settings =
        PeerSettings.DEFAULT.withPeriod(Duration.ofSeconds(1)).withMaxPeers(neighbors);
    engine = connected(settings);
    idle = connected(settings.withSentences(false));
    sender = PeerAddress.parse("127.0.0.1:10000");
    told =
        new Request.Tell(
            PeerAddress.parse("127.0.0.1:8080"), new Message("the tram is late", sender));
  }

  @Benchmark
  public Step receiveOneMessage() {
    return engine.answer(new Caller(sender.ip()), told, now).step();
  }

  @Benchmark
  public Step beginOneIdlePeriod() {
    return idle.stepPeriod(START);
  }

  @Benchmark
  public void runOnePeriodToItsLastAnswer() {
    now = now.plusSeconds(1);
    answerAll(engine, engine.tick(now));
  }

  private GossipEngine connected(PeerSettings settings) {
    GossipEngine connected =
        new GossipEngine(
            PeerAddress.parse("127.0.0.1:8080"),
            peer(8080),
            settings,
            new Sentences(List.of(List.of("the tram is late"))),
            RandomGeneratorFactory.of("L64X128MixRandom").create(1));
    answerAll(connected, connected.begin(List.of(), START));
    for (int port = 10_000; port < 10_000 + neighbors; port++) {
      answerAll(connected, connected.connect(PeerAddress.parse("127.0.0.1:" + port), START));
    }
    return connected;
  }

  private void answerAll(GossipEngine engine, Step step) {
    for (Outgoing outgoing : step.requests()) {
      Reply reply =
          switch (outgoing.request()) {
            case Request.Handshake handshake -> new Reply.Introduced(peer(handshake.to().port()));
            case Request.Connect _ -> new Reply.Accepted();
            case Request.AskKnownPeers _ -> new Reply.Known(java.util.Map.of(), 0);
            case Request.Tell _ -> new Reply.Heard(Hearing.UNSAID);
            case Request.Exchange _ -> new Reply.Exchanged(List.of(), Set.of());
            case Request.AskSettings _, Request.Tune _, Request.Begin _ ->
                throw new IllegalStateException("nobody tunes here");
            case Request.Leave _ -> new Reply.Released(false);
          };
      answerAll(engine, engine.answered(outgoing, reply, ROUND_TRIP, now));
    }
  }

  private static Peer peer(int port) {
    return new Peer(START.plusNanos(port), Duration.ofSeconds(1), port, null, Set.of(Offer.SENDER));
  }
}
