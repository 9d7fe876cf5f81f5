package p2pgossip.ui.spread;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Rumor;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Spreading;
import p2pgossip.network.Arrival;
import p2pgossip.network.Conditions;
import p2pgossip.network.CopyTrip;
import p2pgossip.network.CopyTrip.Fate;
import p2pgossip.network.Spread;

/// Made-up spreads, the same for the same seed: each period, everybody who has heard it tells
/// `fanout` others at random.
public final class SampleSpread {

  public static final Instant BORN = Instant.parse("2026-11-22T10:00:00Z");

  private static final double PERIOD = 0.2;

  private final Random random;
  private final Rumor rumor;
  private final int peers;
  private final Map<PeerAddress, Arrival> arrivals = new HashMap<>();
  private final List<CopyTrip> trips = new ArrayList<>();
  private long duplicates;
  private long lost;

  private SampleSpread(String text, int peers, long seed) {
    random = new Random(seed);
    rumor = new Rumor(new RumorId("r" + seed), peer(0), BORN, text);
    this.peers = peers;
    arrivals.put(peer(0), new Arrival(peer(0), null, BORN, 0, 0, 0, true));
  }

  public static PeerAddress peer(int index) {
    return PeerAddress.parse("127.0.0.1:" + (8080 + index));
  }

  /// @param loss part of the copies that are lost
  public static Spread push(
      String text, int peers, int periods, int fanout, double loss, long seed) {
    SampleSpread sample = new SampleSpread(text, peers, seed);
    for (int period = 1; period <= periods; period++) {
      sample.runPeriod(period, fanout, loss);
    }
    return sample.spread();
  }

  /// The same, heard under these settings by all.
  static Spread under(Spreading spreading, Spread it) {
    return new Spread(
        it.rumor(),
        it.key(),
        it.arrivals(),
        it.population(),
        it.trips(),
        it.copies(),
        it.duplicates(),
        it.lost(),
        it.sent(),
        new Conditions(
            null,
            List.of(
                new Conditions.InForce(
                    BORN, spreading, Duration.ofMillis(Math.round(1_000 * PERIOD)))),
            false,
            List.of(),
            List.of()),
        it.ending());
  }

  private void runPeriod(int period, int fanout, double loss) {
    for (PeerAddress from : arrivals.keySet().stream().sorted().toList()) {
      double offset = (from.port() * 37 % 100) / 100.0;
      for (int i = 0; i < fanout; i++) {
        PeerAddress to = peer(random.nextInt(peers));
        double sent = (period - 1 + offset) * PERIOD + i * 0.001;
        if (!to.equals(from)) {
          send(from, to, period, sent, loss);
        }
      }
    }
  }

  private void send(PeerAddress from, PeerAddress to, int period, double sent, double loss) {
    Arrival sender = Objects.requireNonNull(arrivals.get(from));
    double ended = sent + 0.004 + random.nextDouble() * 0.05;
    Instant setOff = at(Math.max(sent, seconds(sender.at()) + 0.002));
    Instant arrived = at(Math.max(ended, seconds(setOff) + 0.003));
    int hops = sender.hops() + 1;
    boolean dropped = random.nextDouble() < loss;
    @Nullable Arrival known = arrivals.get(to);
    Fate fate = dropped ? Fate.LOST : known == null ? Fate.NEWS : Fate.DUPLICATE;
    trips.add(
        new CopyTrip(trips.size() + 1, rumor.id(), from, to, hops, setOff, arrived, fate, period));
    switch (fate) {
      case LOST -> lost++;
      case DUPLICATE -> duplicates++;
      default -> arrivals.put(to, new Arrival(to, from, arrived, hops, period, 0, true));
    }
  }

  private Spread spread() {
    return new Spread(rumor, arrivals, peers, trips, trips.size(), duplicates, lost);
  }

  public static Instant at(double seconds) {
    return BORN.plusNanos(Math.round(seconds * 1e9));
  }

  private static double seconds(Instant at) {
    return Duration.between(BORN, at).toNanos() / 1e9;
  }
}
