package p2pgossip.ui.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Arrival;
import p2pgossip.network.NetworkNode;
import p2pgossip.network.Spread;
import p2pgossip.ui.graph.input.PeerSelection;
import p2pgossip.ui.graph.live.LiveGraph;
import p2pgossip.ui.graph.model.PeerNode;
import p2pgossip.ui.hearing.HearingScale;
import p2pgossip.ui.theme.RolePalette;

/// Says in words what the graph shows: for screen readers, and for the card of a peer.
final class GraphWords {

  static final String ORIGINAL =
      "An original peer: it hears a rumour as a plain message and passes nothing on.";

  /// What the sizes of peers mean where they stand for load.
  static final String SIZED = "The larger, the more copies sent";

  private static final int MOST_NAMED = 8;

  private GraphWords() {}

  /// How many peers there are, how many have heard the rumour, and which are selected.
  static String summary(LiveGraph graph, PeerSelection selection) {
    int count = graph.network().picture().nodes().size();
    StringBuilder text = new StringBuilder(160);
    text.append("Network graph, ").append(count).append(count == 1 ? " peer" : " peers");
    Spread spread = graph.spread().spread();
    if (spread != null) {
      text.append("; the rumour has been heard by ")
          .append(spread.arrivals().size())
          .append(" of ")
          .append(spread.population());
    }
    PeerAddress first = selection.first();
    PeerNode node = first == null ? null : graph.network().peer(first);
    if (node != null) {
      text.append("; selected: ")
          .append(graph.network().labels().whole(node.address()))
          .append(". ");
      text.append(details(graph, node, meaning(graph, node)).replace('\n', ' '));
    }
    int chosen = selection.all().size();
    if (chosen > 1) {
      text.append(" Selected in all: ").append(chosen).append(": ");
      text.append(
          selection.all().stream()
              .limit(MOST_NAMED)
              .map(graph.network().labels()::whole)
              .collect(Collectors.joining(", ")));
      text.append(chosen > MOST_NAMED ? " and more." : ".");
    } else if (selection.isKept()) {
      text.append(" It stays selected when you go on.");
    }
    return text.toString();
  }

  /// What the peer's role means to the peer whose picture it is.
  static String meaning(LiveGraph graph, PeerNode node) {
    return RolePalette.meaning(
        graph.network().picture(), new NetworkNode(node.address(), node.role()));
  }

  /// @param more what else to say of the peer; may be empty
  static String details(LiveGraph graph, PeerNode node, String more) {
    List<String> lines = new ArrayList<>();
    if (!more.isEmpty()) {
      lines.add(more);
    }
    lines.addAll(news(graph, node.address()));
    return String.join("\n", lines);
  }

  /// What the graph shows of a peer beside its role, one sentence each.
  static List<String> news(LiveGraph graph, PeerAddress peer) {
    List<String> lines = new ArrayList<>();
    if (!graph.isShowing(peer)) {
      return lines;
    }
    if (graph.network().isOriginal(peer)) {
      lines.add(ORIGINAL);
    }
    String hearing = hearing(graph, peer);
    if (hearing != null) {
      lines.add(hearing);
    }
    lines.addAll(graph.faults().peers().news(peer));
    return lines;
  }

  private static @Nullable String hearing(LiveGraph graph, PeerAddress peer) {
    Spread spread = graph.spread().spread();
    HearingScale scale = graph.spread().scale();
    if (spread == null || scale == null) {
      return null;
    }
    Arrival arrival = spread.arrivals().get(peer);
    return arrival == null
        ? "Has not heard the rumour."
        : scale.describe(arrival, graph.network().labels()::whole);
  }
}
