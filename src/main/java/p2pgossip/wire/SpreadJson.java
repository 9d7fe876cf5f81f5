package p2pgossip.wire;

import static p2pgossip.wire.Part.field;
import static p2pgossip.wire.Part.inline;
import static p2pgossip.wire.Part.optional;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerName;
import p2pgossip.gossip.Rumor;
import p2pgossip.gossip.RumorId;
import p2pgossip.network.Arrival;
import p2pgossip.network.Conditions;
import p2pgossip.network.CopyTrip;
import p2pgossip.network.Ending;
import p2pgossip.network.Link;
import p2pgossip.network.Naming;
import p2pgossip.network.NetworkNode;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.Spread;
import p2pgossip.network.Surroundings;

/// How far a rumour had spread before a recording began.
final class SpreadJson {

  private static final int MOST_PEERS = 10_000;
  private static final int MOST_TRIPS = 100_000;
  private static final int MOST_SPANS = 1_000;

  /// The links of a larger network are left out: with them a line would be too long to be read
  /// again.
  private static final int MOST_LINKS = 20_000;

  /// When something came into force, and when it ended.
  private static final Part<?> FROM = field("from", Values.TIME);

  private static final Part<?> UNTIL = optional("until", Values.TIME);

  private static final RecordCodec<Conditions> CONDITIONS =
      RecordCodec.of(
          Conditions.class,
          optional("run", RunJson.CODEC),
          field(
              "settings",
              Values.list(
                  RecordCodec.of(
                      Conditions.InForce.class,
                      FROM,
                      field("spreading", SettingsJson.SPREADING),
                      field("period_ns", Values.NANOS).as("period")),
                  MOST_SPANS)),
          field("mixed", Values.FLAG),
          field(
              "faults",
              Values.list(
                  RecordCodec.of(
                      Conditions.FaultSpan.class, field("fault", FaultJson.CODEC), FROM, UNTIL),
                  MOST_SPANS)),
          field(
              "pauses",
              Values.list(RecordCodec.of(Conditions.Pause.class, FROM, UNTIL), MOST_SPANS)));

  private static final RecordCodec<Arrival> ARRIVAL =
      RecordCodec.of(
          Arrival.class,
          field("peer", Values.ADDRESS),
          optional("from", Values.ADDRESS),
          field("at", Values.TIME),
          field("hops", Values.NUMBER),
          field("periods", Values.COUNT),
          field("repeats", Values.COUNT),
          field("spreading", Values.FLAG));

  private static final RecordCodec<Sent> SENT =
      RecordCodec.of(Sent.class, field("peer", Values.ADDRESS), field("copies", Values.COUNT));

  private static final RecordCodec<Trip> TRIP =
      RecordCodec.of(
          Trip.class,
          field("serial", Values.COUNT),
          field("from", Values.ADDRESS),
          field("to", Values.ADDRESS),
          field("hops", Values.NUMBER),
          field("sent", Values.TIME),
          optional("ended", Values.TIME),
          field("fate", Names.FATES),
          field("periods", Values.COUNT));

  private static final Codec<List<Link>> LINKS =
      Values.list(
          RecordCodec.of(Link.class, field("from", Values.ADDRESS), field("to", Values.ADDRESS)),
          MOST_LINKS);

  private static final Codec<List<PeerAddress>> PEERS =
      Codec.of(Values::writeAddresses, (in, name) -> List.copyOf(in.addresses(name, MOST_PEERS)));

  private static final ObjectCodec<Ending> ENDING =
      RecordCodec.of(
              Ended.class,
              field("at", Values.TIME),
              field("cut_off", Values.FLAG),
              field("secure", Values.FLAG),
              field(
                  "nodes",
                  Values.list(
                      RecordCodec.of(
                          NetworkNode.class,
                          field("peer", Values.ADDRESS).as("address"),
                          field("role", Names.ROLES)),
                      MOST_PEERS)),
              field("links", LINKS),
              field("unsure", LINKS),
              optional("running", PEERS),
              optional(
                  "names",
                  Values.list(
                      RecordCodec.of(Called.class, field("peer", Values.ADDRESS), PeerJson.NAME),
                      MOST_PEERS)))
          .map(Ended::ending, Ended::of);

  static final RecordCodec<Told> CODEC =
      RecordCodec.of(
          Told.class,
          inline("rumor", CopyJson.RUMOR),
          field("key", Values.ID),
          field("population", PEERS),
          field("reachable", Values.NUMBER),
          field("conditions", CONDITIONS),
          field("copies", Values.COUNT),
          field("duplicates", Values.COUNT),
          field("lost", Values.COUNT),
          optional("sent", Values.list(SENT, MOST_PEERS)),
          field("arrivals", Values.list(ARRIVAL, MOST_PEERS)),
          field("trips", Values.list(TRIP, MOST_TRIPS)),
          optional("ending", ENDING));

  private SpreadJson() {}

  /// A spread, and the peers that were present while it lasted.
  record Told(
      Rumor rumor,
      RumorId key,
      List<PeerAddress> population,
      int reachable,
      Conditions conditions,
      long copies,
      long duplicates,
      long lost,
      @Nullable List<Sent> sent,
      List<Arrival> arrivals,
      List<Trip> trips,
      @Nullable Ending ending) {

    static Told of(Spread spread, List<PeerAddress> population) {
      return new Told(
          spread.rumor(),
          spread.key(),
          population,
          spread.population(),
          spread.conditions(),
          spread.copies(),
          spread.duplicates(),
          spread.lost(),
          sentBesidesTrips(spread),
          spread.arrivals().values().stream().sorted(Comparator.comparing(Arrival::peer)).toList(),
          spread.trips().stream().map(Trip::of).toList(),
          spread.ending());
    }

    Spread spread() {
      List<CopyTrip> remembered = trips.stream().map(trip -> trip.of(key)).toList();
      return new Spread(
          rumor,
          key,
          byAddress(arrivals, Arrival::peer),
          reachable,
          remembered,
          copies,
          duplicates,
          lost,
          sent == null
              ? Spread.sentIn(remembered)
              : sent.stream().collect(Collectors.toMap(Sent::peer, Sent::copies, (_, it) -> it)),
          conditions,
          ending);
    }
  }

  /// How many copies one peer has sent.
  record Sent(PeerAddress peer, long copies) {}

  /// Null if the trips tell it.
  private static @Nullable List<Sent> sentBesidesTrips(Spread spread) {
    return spread.sent().equals(Spread.sentIn(spread.trips()))
        ? null
        : spread.sent().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> new Sent(entry.getKey(), entry.getValue()))
            .toList();
  }

  /// A trip of a copy of the rumour.
  record Trip(
      long serial,
      PeerAddress from,
      PeerAddress to,
      int hops,
      Instant sent,
      @Nullable Instant ended,
      CopyTrip.Fate fate,
      long periods) {

    private static Trip of(CopyTrip it) {
      return new Trip(
          it.serial(),
          it.from(),
          it.to(),
          it.hops(),
          it.sent(),
          it.ended(),
          it.fate(),
          it.periods());
    }

    private CopyTrip of(RumorId rumor) {
      return new CopyTrip(serial, rumor, from, to, hops, sent, ended, fate, periods);
    }
  }

  /// @param name null if it can't be one
  record Called(PeerAddress peer, @Nullable PeerName name) {

    private static List<Called> of(Naming names) {
      return names.names().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .limit(MOST_PEERS)
          .map(entry -> new Called(entry.getKey(), entry.getValue()))
          .toList();
    }

    private static Naming names(List<Called> all) {
      Map<PeerAddress, PeerName> names = new HashMap<>();
      for (Called called : all) {
        if (called.name() != null) {
          names.put(called.peer(), called.name());
        }
      }
      return new Naming(names, true);
    }
  }

  record Ended(
      Instant at,
      boolean cutOff,
      boolean secure,
      List<NetworkNode> nodes,
      List<Link> links,
      List<Link> unsure,
      @Nullable List<PeerAddress> running,
      @Nullable List<Called> names) {

    private static Ended of(Ending it) {
      NetworkPicture network = it.network().picture();
      boolean kept = network.links().size() <= MOST_LINKS;
      return new Ended(
          it.at(),
          it.cutOff(),
          network.secure(),
          List.copyOf(network.nodes().values()),
          List.copyOf(kept ? network.links() : Set.of()),
          List.copyOf(kept ? network.unsure() : Set.of()),
          it.network().running().isEmpty() ? null : List.copyOf(it.network().running()),
          network.names().names().isEmpty() ? null : Called.of(network.names()));
    }

    private Ending ending() {
      return new Ending(
          at,
          cutOff,
          new Surroundings(
              new NetworkPicture(
                  byAddress(nodes, NetworkNode::address),
                  new HashSet<>(links),
                  new HashSet<>(unsure),
                  secure,
                  names == null ? Naming.NONE : Called.names(names)),
              running == null ? Set.of() : Set.copyOf(running)));
    }
  }

  private static <T> Map<PeerAddress, T> byAddress(
      List<T> values, Function<T, PeerAddress> address) {
    return values.stream()
        .collect(Collectors.toMap(address, Function.identity(), (_, later) -> later, HashMap::new));
  }
}
