package p2pgossip.ui.graph.model;

import static p2pgossip.ui.graph.model.SampleNetwork.peer;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Rumor;
import p2pgossip.gossip.RumorId;
import p2pgossip.network.Arrival;
import p2pgossip.network.Spread;

/// Builds spreads of a rumour that starts at port 8080, arrival by arrival.
public final class SampleSpreads {

  public static final Instant BORN = Instant.parse("2026-11-22T10:00:00Z");

  private final Map<PeerAddress, Arrival> arrivals = new HashMap<>();
  private final String id;

  public SampleSpreads(String id) {
    this.id = id;
    arrivals.put(peer(8080), new Arrival(peer(8080), null, BORN, 0, 0, 0, true));
  }

  public SampleSpreads heard(int port, int from, long millis, int hops, long repeats) {
    arrivals.put(
        peer(port),
        new Arrival(peer(port), peer(from), BORN.plusMillis(millis), hops, 0, repeats, true));
    return this;
  }

  public Spread spread() {
    Rumor rumor = new Rumor(new RumorId(id), peer(8080), BORN, "Did you hear?");
    return new Spread(rumor, arrivals, 9, List.of(), arrivals.size(), 0, 0);
  }
}
