package p2pgossip.wire;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Rumor;
import p2pgossip.network.Arrival;
import p2pgossip.network.Conditions;
import p2pgossip.network.CopyTrip;
import p2pgossip.network.Ending;
import p2pgossip.network.Link;
import p2pgossip.network.NetworkNode;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.Observation;
import p2pgossip.network.Spread;

/// How far a rumour had come before a recording begins.
final class SpreadJson {

  private static final Comparator<Arrival> BY_PEER = Comparator.comparing(Arrival::peer);
  private static final int MOST_PEERS = 10_000;
  private static final int MOST_TRIPS = 100_000;
  private static final int MOST_SPANS = 1_000;

  /// Of a network with more links than these, the links are not kept: with them a line would be too long to be
  /// read again.
  private static final int MOST_LINKS = 20_000;

  private SpreadJson() {}

  static void write(JsonWriter out, Spread spread, List<PeerAddress> population)
      throws IOException {
    out.beginObject();
    CopyJson.writeRumor(out, spread.rumor());
    out.name("text").value(spread.rumor().text());
    out.name("key").value(spread.key().text());
    writePeers(out.name("population"), population);
    out.name("reachable").value(spread.population());
    writeConditions(out.name("conditions"), spread.conditions());
    out.name("copies").value(spread.copies());
    out.name("duplicates").value(spread.duplicates());
    out.name("lost").value(spread.lost());
    out.name("arrivals").beginArray();
    for (Arrival arrival : spread.arrivals().values().stream().sorted(BY_PEER).toList()) {
      write(out, arrival);
    }
    out.endArray();
    out.name("trips").beginArray();
    for (CopyTrip trip : spread.trips()) {
      write(out, trip);
    }
    out.endArray();
    Ending ending = spread.ending();
    if (ending != null) {
      write(out.name("ending"), ending);
    }
    out.endObject();
  }

  private static void writePeers(JsonWriter out, List<PeerAddress> peers) throws IOException {
    out.beginArray();
    for (PeerAddress peer : peers) {
      out.value(peer.toString());
    }
    out.endArray();
  }

  private static void writeConditions(JsonWriter out, Conditions conditions) throws IOException {
    out.beginObject();
    if (conditions.run() != null) {
      RunJson.write(out.name("run"), conditions.run());
    }
    out.name("settings").beginArray();
    for (Conditions.InForce it : conditions.settings()) {
      out.beginObject();
      out.name("from").value(it.from().toString());
      SettingsJson.writeSpreading(out.name("spreading"), it.spreading());
      out.name("period_ns").value(it.period().toNanos());
      out.endObject();
    }
    out.endArray();
    out.name("mixed").value(conditions.mixed());
    out.name("faults").beginArray();
    for (Conditions.FaultSpan span : conditions.faults()) {
      out.beginObject();
      FaultJson.write(out.name("fault"), span.fault());
      writeSpan(out, span.from(), span.until());
      out.endObject();
    }
    out.endArray();
    out.name("pauses").beginArray();
    for (Conditions.Pause pause : conditions.pauses()) {
      out.beginObject();
      writeSpan(out, pause.from(), pause.until());
      out.endObject();
    }
    out.endArray();
    out.endObject();
  }

  private static void writeSpan(JsonWriter out, Instant from, @Nullable Instant until)
      throws IOException {
    out.name("from").value(from.toString());
    out.name("until").value(until == null ? null : until.toString());
  }

  private static void write(JsonWriter out, Arrival arrival) throws IOException {
    PeerAddress from = arrival.from();
    out.beginObject();
    out.name("peer").value(arrival.peer().toString());
    out.name("from").value(from == null ? null : from.toString());
    out.name("at").value(arrival.at().toString());
    out.name("hops").value(arrival.hops());
    out.name("periods").value(arrival.periods());
    out.name("repeats").value(arrival.repeats());
    out.name("spreading").value(arrival.spreading());
    out.endObject();
  }

  private static void write(JsonWriter out, CopyTrip trip) throws IOException {
    Instant ended = trip.ended();
    out.beginObject();
    out.name("serial").value(trip.serial());
    out.name("from").value(trip.from().toString());
    out.name("to").value(trip.to().toString());
    out.name("hops").value(trip.hops());
    out.name("sent").value(trip.sent().toString());
    out.name("ended").value(ended == null ? null : ended.toString());
    out.name("fate").value(Names.FATES.of(trip.fate()));
    out.name("periods").value(trip.periods());
    out.endObject();
  }

  private static void write(JsonWriter out, Ending ending) throws IOException {
    NetworkPicture network = ending.network();
    out.beginObject();
    out.name("at").value(ending.at().toString());
    out.name("cut_off").value(ending.cutOff());
    out.name("secure").value(network.secure());
    out.name("nodes").beginArray();
    for (NetworkNode node : network.nodes().values()) {
      out.beginObject();
      out.name("peer").value(node.address().toString());
      out.name("role").value(Names.ROLES.of(node.role()));
      out.endObject();
    }
    out.endArray();
    boolean kept = network.links().size() <= MOST_LINKS;
    writeLinks(out.name("links"), kept ? network.links() : Set.of());
    writeLinks(out.name("unsure"), kept ? network.unsure() : Set.of());
    out.endObject();
  }

  private static void writeLinks(JsonWriter out, Set<Link> links) throws IOException {
    out.beginArray();
    for (Link link : links) {
      out.beginObject();
      out.name("from").value(link.from().toString());
      out.name("to").value(link.to().toString());
      out.endObject();
    }
    out.endArray();
  }

  static Observation.RumorRecalled read(Instant at, Fields in) throws WireException {
    Rumor rumor = CopyJson.readRumor(in, in.text("text"));
    Map<PeerAddress, Arrival> arrivals = new HashMap<>();
    for (Fields item : in.objects("arrivals", MOST_PEERS)) {
      Arrival arrival = readArrival(item);
      arrivals.put(arrival.peer(), arrival);
    }
    List<CopyTrip> trips = new ArrayList<>();
    for (Fields item : in.objects("trips", MOST_TRIPS)) {
      trips.add(readTrip(item, in));
    }
    return new Observation.RumorRecalled(
        at,
        new Spread(
            rumor,
            in.id("key"),
            arrivals,
            in.whole("reachable", 0, Integer.MAX_VALUE),
            trips,
            in.count("copies"),
            in.count("duplicates"),
            in.count("lost"),
            readConditions(in.object("conditions")),
            in.has("ending") ? readEnding(in.object("ending")) : null),
        List.copyOf(in.addresses("population", MOST_PEERS)));
  }

  private static Conditions readConditions(Fields in) throws WireException {
    List<Conditions.InForce> settings = new ArrayList<>();
    for (Fields item : in.objects("settings", MOST_SPANS)) {
      settings.add(
          new Conditions.InForce(
              item.time("from"),
              SettingsJson.readSpreading(item.object("spreading")),
              item.nanos("period_ns", Duration.ofNanos(Long.MAX_VALUE))));
    }
    List<Conditions.FaultSpan> faults = new ArrayList<>();
    for (Fields item : in.objects("faults", MOST_SPANS)) {
      faults.add(
          new Conditions.FaultSpan(
              FaultJson.read(item.object("fault")), item.time("from"), timeOrNull(item, "until")));
    }
    List<Conditions.Pause> pauses = new ArrayList<>();
    for (Fields item : in.objects("pauses", MOST_SPANS)) {
      pauses.add(new Conditions.Pause(item.time("from"), timeOrNull(item, "until")));
    }
    return new Conditions(
        in.has("run") ? RunJson.read(in.object("run")) : null,
        settings,
        in.flag("mixed"),
        faults,
        pauses);
  }

  private static @Nullable Instant timeOrNull(Fields in, String name) throws WireException {
    return in.has(name) ? in.time(name) : null;
  }

  private static Arrival readArrival(Fields in) throws WireException {
    return new Arrival(
        in.address("peer"),
        in.optionalAddress("from"),
        in.time("at"),
        in.whole("hops", 0, Integer.MAX_VALUE),
        in.count("periods"),
        in.count("repeats"),
        in.flag("spreading"));
  }

  private static CopyTrip readTrip(Fields item, Fields rumor) throws WireException {
    return new CopyTrip(
        item.count("serial"),
        rumor.id("key"),
        item.address("from"),
        item.address("to"),
        item.whole("hops", 0, Integer.MAX_VALUE),
        item.time("sent"),
        timeOrNull(item, "ended"),
        item.choice("fate", Names.FATES),
        item.count("periods"));
  }

  private static Ending readEnding(Fields in) throws WireException {
    Map<PeerAddress, NetworkNode> nodes = new HashMap<>();
    for (Fields item : in.objects("nodes", MOST_PEERS)) {
      PeerAddress peer = item.address("peer");
      nodes.put(peer, new NetworkNode(peer, item.choice("role", Names.ROLES)));
    }
    try {
      return new Ending(
          in.time("at"),
          in.flag("cut_off"),
          new NetworkPicture(
              nodes, readLinks(in, "links"), readLinks(in, "unsure"), in.flag("secure")));
    } catch (IllegalArgumentException e) {
      throw WireException.of(e);
    }
  }

  private static Set<Link> readLinks(Fields in, String name) throws WireException {
    Set<Link> links = new HashSet<>();
    for (Fields item : in.objects(name, MOST_LINKS)) {
      links.add(new Link(item.address("from"), item.address("to")));
    }
    return links;
  }
}
