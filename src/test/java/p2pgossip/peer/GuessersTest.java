package p2pgossip.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.original.Patience.await;
import static p2pgossip.peer.WatchedPeer.QUICK;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAccumulator;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Standing;
import p2pgossip.net.password.BadProof;
import p2pgossip.net.password.CalledPairing;
import p2pgossip.net.password.KnownSession;
import p2pgossip.net.password.Meeting;
import p2pgossip.net.password.Password;

/// Two peers that have proven the password to each other, and many programs on the same machine
/// that guess at both without a pause. Takes seconds, since it is about timing.
class GuessersTest {

  private static final int GUESSERS = 120;
  private static final int PERIODS = 20;

  /// Beyond the time that the machine takes for the slowest of the guesses meanwhile, by which a
  /// busy machine is told from messages that wait.
  private static final Duration LONGEST_GAP = Duration.ofSeconds(2);

  private static final Password OURS = Password.of("open sesame");

  /// Tries without end; computes its own arithmetic only once.
  private static final class Guesser implements Runnable {

    private final HttpClient client;
    private final PeerAddress self;
    private final PeerAddress called;
    private final KnownSession guess;
    private final AtomicBoolean over;
    private final AtomicInteger tries;

    /// Nanoseconds that the slowest guess took so far.
    private final LongAccumulator slowest;

    private Guesser(
        HttpClient client,
        PeerAddress called,
        int number,
        AtomicBoolean over,
        AtomicInteger tries,
        LongAccumulator slowest) {
      this.client = client;
      this.called = called;
      this.over = over;
      this.tries = tries;
      this.slowest = slowest;
      self = PeerAddress.parse("127.0.0.1:" + (1 + number));
      guess = new KnownSession(Password.of("guess " + number), new Meeting(self, called, ""));
    }

    @Override
    public void run() {
      byte[] second = {};
      while (!over.get()) {
        try {
          byte[] answer = send(KnownSession.PATHS.getFirst(), guess.first());
          if (answer.length == CalledPairing.ANSWER_BYTES) {
            if (second.length == 0) {
              second = guess.second(answer);
            }
            System.arraycopy(answer, 0, second, 0, CalledPairing.NAME_BYTES);
            send(KnownSession.PATHS.getLast(), second);
          }
        } catch (IOException e) {
          // The connection was closed.
        } catch (BadProof e) {
          throw new AssertionError(e);
        } catch (InterruptedException e) {
          return;
        }
      }
    }

    private byte[] send(String path, byte[] body) throws IOException, InterruptedException {
      tries.incrementAndGet();
      long begun = System.nanoTime();
      try {
        return client
            .send(
                HttpRequest.newBuilder(URI.create("http://" + called + path))
                    .version(HttpClient.Version.HTTP_1_1)
                    .timeout(Duration.ofSeconds(5))
                    .header("P2pgossip-From", self.toString())
                    .header("Content-Type", "application/octet-stream")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build(),
                HttpResponse.BodyHandlers.ofByteArray())
            .body();
      } finally {
        slowest.accumulate(System.nanoTime() - begun);
      }
    }
  }

  @Test
  void theMessagesOfAProvenPairStayPunctualBesideThem() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger tries = new AtomicInteger();
    LongAccumulator slowest = new LongAccumulator(Math::max, 0);
    // Of two processes, so that they don't know each other in memory.
    try (PeerRuntime here = WatchedPeer.runtime();
        PeerRuntime there = WatchedPeer.runtime();
        WatchedPeer one = WatchedPeer.start(here, OURS, QUICK);
        WatchedPeer other = WatchedPeer.start(there, OURS, QUICK, one.endpoint());
        HttpClient client = HttpClient.newHttpClient();
        ExecutorService guessers = Executors.newVirtualThreadPerTaskExecutor()) {
      one.awaitStanding(other.endpoint(), Standing.CONNECTED);
      other.awaitStanding(one.endpoint(), Standing.CONNECTED);
      List<Future<?>> guessing = new ArrayList<>();
      for (int i = 0; i < GUESSERS; i++) {
        PeerAddress called = i % 2 == 0 ? one.address() : other.address();
        guessing.add(guessers.submit(new Guesser(client, called, i, over, tries, slowest)));
      }
      await().until(() -> tries.get() > GUESSERS);
      Instant begun = Instant.now();
      int before = heard(one, begun).size();
      await()
          .until(
              () ->
                  heard(one, begun).size() >= before + PERIODS
                      && heard(other, begun).size() >= PERIODS);
      over.set(true);
      client.shutdownNow();
      for (Future<?> each : guessing) {
        each.get();
      }
      Duration allowed = LONGEST_GAP.plusNanos(slowest.get());
      for (WatchedPeer peer : List.of(one, other)) {
        assertThat(longestGap(begun, heard(peer, begun))).isLessThan(allowed);
        assertThat(peer.events(GossipEvent.MessageFailed.class)).isEmpty();
        assertThat(peer.events(GossipEvent.PeerUnreachable.class)).isEmpty();
        assertThat(peer.events(GossipEvent.PeerRefused.class)).isEmpty();
        assertThat(peer.events(GossipEvent.CallerTurnedAway.class)).isNotEmpty();
      }
    } finally {
      over.set(true);
    }
  }

  private static List<Instant> heard(WatchedPeer peer, Instant since) {
    return peer.events(GossipEvent.MessageReceived.class).stream()
        .map(GossipEvent.MessageReceived::at)
        .filter(at -> at.isAfter(since))
        .toList();
  }

  private static Duration longestGap(Instant begun, List<Instant> moments) {
    Duration longest = Duration.ZERO;
    Instant last = begun;
    for (Instant moment : moments) {
      Duration gap = Duration.between(last, moment);
      longest = gap.compareTo(longest) > 0 ? gap : longest;
      last = moment;
    }
    return longest;
  }
}
