package p2pgossip.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Rumor;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Sender;
import p2pgossip.wire.GossipEventJson;
import p2pgossip.wire.WireException;

/// The cost of writing an event to a stream, and of reading it there: the average over the events
/// that make up nearly all of a busy network's streams.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(EventJsonBenchmark.EVENTS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EventJsonBenchmark {

  static final int EVENTS = 8;

  private static final Instant AT = Instant.parse("2026-11-22T06:45:13.004Z");
  private static final PeerAddress ONE = PeerAddress.parse("127.0.0.1:8081");
  private static final PeerAddress OTHER = PeerAddress.parse("127.0.0.1:8082");
  private static final Duration TRIP = Duration.ofMillis(3);
  private static final Copy COPY =
      new Copy(
          new Rumor(new RumorId("9f86d081884c7d65"), ONE, AT, "The bridge is closed"), 3, 1_042);

  private final List<GossipEvent> events =
      List.of(
          new GossipEvent.PeriodBegan(AT, 8, "Bob met Alice.", 6),
          new GossipEvent.MessageSent(AT, 17, OTHER, "Bob met Alice."),
          new GossipEvent.MessageDelivered(AT, 17, OTHER, TRIP),
          new GossipEvent.MessageReceived(AT, new Sender.Named(ONE), "Bob met Alice."),
          new GossipEvent.CopySent(AT, OTHER, COPY, false),
          new GossipEvent.CopyDelivered(AT, OTHER, COPY, Hearing.KNOWN, TRIP),
          new GossipEvent.RumorHeard(AT, COPY, new Sender.Named(ONE), false),
          new GossipEvent.MessageFailed(
              AT, 18, OTHER, "Bob met Alice.", new Failure(Failure.Kind.TIMED_OUT, "no answer")));

  private final List<byte[]> lines = events.stream().map(GossipEventJson::write).toList();

  @Benchmark
  public void write(Blackhole drain) {
    for (GossipEvent event : events) {
      drain.consume(GossipEventJson.write(event));
    }
  }

  @Benchmark
  public void read(Blackhole drain) throws WireException {
    for (byte[] line : lines) {
      drain.consume(GossipEventJson.read(line));
    }
  }
}
