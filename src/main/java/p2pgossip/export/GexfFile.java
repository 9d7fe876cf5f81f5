package p2pgossip.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import p2pgossip.export.NetworkLives.Spell;
import p2pgossip.file.WholeFile;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerName;
import p2pgossip.gossip.RumorId;
import p2pgossip.network.Arrival;
import p2pgossip.network.Link;
import p2pgossip.network.Naming;
import p2pgossip.network.Recorded;
import p2pgossip.network.Role;
import p2pgossip.network.Spread;
import p2pgossip.network.SpreadTimes;

/// Writes the network of a session with its time, in GEXF 1.3 (gexf.net, "Dynamics"), for Gephi and
/// NetworkX: when each peer and each link was there, as spells. Times are seconds since the start
/// of the session, which the description gives.
///
/// A node has the attribute `name` if the peer has one (the last that it had; declared only if one
/// of them has), `role` (one of [Role] in lower case) and, if it has heard the rumour,
/// `heard` (true), `heard_after` (seconds since the rumour's birth, as in GraphML) and `hops`. All
/// are dynamic and in one block: many readers expect one block for a class, and NetworkX expects a
/// start and an end for each value of a dynamic one. The three about the rumour begin when it was
/// heard.
public final class GexfFile {

  private static final String NAMESPACE = "http://gexf.net/1.3";
  private static final String NAME = "name";
  private static final String ROLE = "role";
  private static final String HEARD = "heard";
  private static final String HEARD_AFTER = "heard_after";
  private static final String HOPS = "hops";

  private final XMLStreamWriter xml;
  private final Naming names;

  private GexfFile(XMLStreamWriter xml, Naming names) {
    this.xml = xml;
    this.names = names;
  }

  /// @param self from whose view the network is drawn, with its roles
  /// @param rumor whose spread is included; null for none
  /// @throws IOException when it can't be written; an old file stays as it was
  public static void write(
      Path file, Recorded recorded, PeerAddress self, @Nullable RumorId rumor, Progress progress)
      throws IOException {
    WholeFile.save(file, out -> write(out, recorded, self, rumor, progress));
  }

  static void write(
      OutputStream out,
      Recorded recorded,
      PeerAddress self,
      @Nullable RumorId rumor,
      Progress progress)
      throws IOException {
    NetworkLives lives = NetworkLives.of(recorded, self, progress);
    Spread spread = rumor == null ? null : lives.end().spread(rumor);
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      new GexfFile(xml, lives.end().picture(self, true).names()).document(lives, spread);
      xml.close();
    } catch (XMLStreamException e) {
      throw e.getNestedException() instanceof IOException cause
          ? cause
          : new IOException(e.getMessage(), e);
    }
  }

  private void document(NetworkLives lives, @Nullable Spread spread) throws XMLStreamException {
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    start("gexf", "version", "1.3");
    xml.writeDefaultNamespace(NAMESPACE);
    start("meta");
    element("creator", "p2pgossip");
    element("description", "Times are seconds since " + lives.start());
    end();
    start(
        "graph",
        "mode",
        "dynamic",
        "defaultedgetype",
        "directed",
        "timeformat",
        "double",
        "timerepresentation",
        "interval",
        "start",
        seconds(Duration.ZERO),
        "end",
        seconds(lives.length()));
    attributes(spread != null);
    start("nodes");
    SpreadTimes times = spread == null ? null : SpreadTimes.of(spread);
    for (Map.Entry<PeerAddress, List<Spell<Role>>> node : lives.nodes().entrySet()) {
      node(node.getKey(), node.getValue(), spread, times, lives);
    }
    end();
    start("edges");
    int id = 0;
    for (Map.Entry<Link, List<Spell<Boolean>>> link : lives.links().entrySet()) {
      Link it = link.getKey();
      start(
          "edge",
          "id",
          Integer.toString(id++),
          "source",
          it.from().toString(),
          "target",
          it.to().toString());
      spells(link.getValue());
      end();
    }
    end();
    end();
    end();
    xml.writeEndDocument();
  }

  private void attributes(boolean withRumor) throws XMLStreamException {
    start("attributes", "class", "node", "mode", "dynamic");
    if (!names.names().isEmpty()) {
      attribute(NAME, "string");
    }
    attribute(ROLE, "string");
    if (withRumor) {
      attribute(HEARD, "boolean");
      attribute(HEARD_AFTER, "double");
      attribute(HOPS, "integer");
    }
    end();
  }

  private void attribute(String name, String type) throws XMLStreamException {
    start("attribute", "id", name, "title", name, "type", type);
    end();
  }

  private void node(
      PeerAddress peer,
      List<Spell<Role>> spells,
      @Nullable Spread spread,
      @Nullable SpreadTimes times,
      NetworkLives lives)
      throws XMLStreamException {
    start("node", "id", peer.toString(), "label", peer.toString());
    start("attvalues");
    PeerName name = names.of(peer);
    if (name != null) {
      value(NAME, name.text(), spells.getFirst().start(), spells.getLast().end());
    }
    Arrival arrival = spread == null ? null : spread.arrivals().get(peer);
    if (arrival != null && times != null) {
      Duration heard = within(arrival.at(), lives);
      Duration after = times.since(arrival.at());
      value(HEARD, "true", heard, lives.length());
      value(HEARD_AFTER, seconds(after), heard, lives.length());
      value(HOPS, Integer.toString(arrival.hops()), heard, lives.length());
    }
    for (Spell<Role> spell : spells) {
      String role = spell.value().name().toLowerCase(Locale.ROOT);
      value(ROLE, role, spell.start(), spell.end());
    }
    end();
    spells(spells);
    end();
  }

  /// A rumour may have been heard before the session began, and clocks differ.
  private static Duration within(Instant moment, NetworkLives lives) {
    Duration since = Duration.between(lives.start(), moment);
    Duration atLeast = since.isNegative() ? Duration.ZERO : since;
    return atLeast.compareTo(lives.length()) > 0 ? lives.length() : atLeast;
  }

  private void value(String attribute, String value, Duration from, Duration to)
      throws XMLStreamException {
    start("attvalue", "for", attribute, "value", value, "start", seconds(from), "end", seconds(to));
    end();
  }

  /// Consecutive spells without a gap are one.
  private <T> void spells(List<Spell<T>> spells) throws XMLStreamException {
    start("spells");
    for (int i = 0; i < spells.size(); i++) {
      Duration from = spells.get(i).start();
      while (i + 1 < spells.size() && spells.get(i + 1).start().equals(spells.get(i).end())) {
        i++;
      }
      start("spell", "start", seconds(from), "end", seconds(spells.get(i).end()));
      end();
    }
    end();
  }

  private static String seconds(Duration time) {
    return Double.toString(time.toNanos() / 1e9);
  }

  private void element(String name, String text) throws XMLStreamException {
    start(name);
    xml.writeCharacters(text);
    end();
  }

  /// @param attributes names and values alternately
  private void start(String name, String... attributes) throws XMLStreamException {
    xml.writeStartElement(name);
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  private void end() throws XMLStreamException {
    xml.writeEndElement();
  }
}
