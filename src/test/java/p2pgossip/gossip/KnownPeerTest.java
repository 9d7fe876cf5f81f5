package p2pgossip.gossip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.Neighbor.Bond;
import p2pgossip.gossip.Neighbor.Health;
import p2pgossip.gossip.Neighbor.MessageCounts;

class KnownPeerTest {

  private static final int READS = 5_000;

  private final RandomGenerator random = new SplittableRandom(5);

  @Test
  void tellsWhatItWasTold() {
    Neighbor first = any();
    KnownPeer known = new KnownPeer(first);
    assertThat(known.neighbor()).isEqualTo(first);

    for (int change = 0; change < 500; change++) {
      Neighbor next = any();
      known.is(next);

      assertThat(known.neighbor()).isEqualTo(next);
      assertThat(known.isHealthy()).isEqualTo(next.isHealthy());
      assertThat(known.offers(Offer.RUMORS)).isEqualTo(next.offers(Offer.RUMORS));
    }
  }

  @Test
  void aReaderSeesWhatWasTrueAtOneMoment() throws InterruptedException {
    KnownPeer known = new KnownPeer(numbered(0));
    AtomicBoolean read = new AtomicBoolean();
    Thread writer =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (int number = 1; !read.get(); number++) {
                    known.is(numbered(number));
                  }
                });
    try {
      long last = 0;
      for (int count = 0; count < READS; count++) {
        Neighbor seen = known.neighbor();
        long number = seen.messages().sent();
        assertThat(seen).isEqualTo(numbered(number));
        assertThat(number).isGreaterThanOrEqualTo(last);
        last = number;
      }
    } finally {
      read.set(true);
      writer.join();
    }
  }

  /// A neighbour all of whose numbers are the same.
  private static Neighbor numbered(long number) {
    Instant at = TestedEngine.START.plusNanos(number);
    return new Neighbor(
        TestedEngine.SELF,
        null,
        number % 2 == 0 ? Standing.CONNECTED : Standing.UNREACHABLE,
        Origin.ASKED,
        at,
        new Bond(number % 2 == 0, at, at, Mutuality.MUTUAL, at),
        new MessageCounts(number, number, number, number),
        new Health(at, Duration.ofNanos(number), (int) number, at, at, Long.toString(number)),
        null);
  }

  private Neighbor any() {
    return new Neighbor(
        TestedEngine.SELF,
        random.nextBoolean() ? null : peer(),
        Standing.values()[random.nextInt(Standing.values().length)],
        random.nextBoolean() ? Origin.CALLED : new Origin.ListedBy(TestedEngine.SELF),
        moment(),
        new Bond(
            random.nextBoolean(),
            momentOrNull(),
            momentOrNull(),
            Mutuality.values()[random.nextInt(Mutuality.values().length)],
            momentOrNull()),
        new MessageCounts(
            random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong()),
        new Health(
            momentOrNull(),
            random.nextBoolean() ? null : Duration.ofNanos(random.nextLong(1L << 50)),
            random.nextInt(1_000),
            momentOrNull(),
            momentOrNull(),
            random.nextBoolean() ? null : "it is slow"),
        random.nextBoolean() ? null : new Fingerprint("SHA256:" + "a".repeat(43)));
  }

  private Peer peer() {
    return new Peer(
        moment(),
        Duration.ofSeconds(1),
        8080,
        null,
        random.nextBoolean() ? Set.of() : Set.of(Offer.RUMORS));
  }

  private @Nullable Instant momentOrNull() {
    return random.nextBoolean() ? null : moment();
  }

  /// Between 1677 and 2262.
  private Instant moment() {
    return Instant.ofEpochSecond(
        random.nextLong(-9_000_000_000L, 9_000_000_000L), random.nextLong(1_000_000_000));
  }
}
