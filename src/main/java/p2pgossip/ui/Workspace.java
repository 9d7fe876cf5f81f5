package p2pgossip.ui;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Sender;
import p2pgossip.journal.LineFormat;
import p2pgossip.ui.graph.GraphActions;
import p2pgossip.ui.graph.GraphPane;
import p2pgossip.ui.inspector.InspectorPane;
import p2pgossip.ui.inspector.PeerFacts;
import p2pgossip.ui.log.LogPane;
import p2pgossip.ui.model.PeerViewModel;

/// What a window shows of its peer: the graph, the log and the inspector. They meet in the view
/// model.
final class Workspace implements AutoCloseable {

  private final PeerViewModel model;
  private final GraphPane graph;
  private final LogPane log;
  private final InspectorPane inspector;

  Workspace(
      PeerViewModel model, Executor background, Executor fxThread, RandomGenerator layoutRandom) {
    this.model = model;
    ZoneId zone = ZoneId.systemDefault();
    PeerFacts facts = new PeerFacts(model, InstantSource.system(), zone);
    graph = new GraphPane(layoutRandom, fxThread);
    log = new LogPane(model.journal().log(), new LineFormat(zone), background, fxThread);
    inspector = new InspectorPane(model, facts);
    joinGraph(facts);
    log.selectedPeerProperty().bindBidirectional(model.selectedProperty());
  }

  GraphPane graph() {
    return graph;
  }

  LogPane log() {
    return log;
  }

  /// The graph above the log.
  SplitPane split() {
    SplitPane split = new SplitPane(graph, log);
    split.setId("graph-and-log");
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(0.66);
    SplitPane.setResizableWithParent(log, false);
    return split;
  }

  /// The inspector.
  ScrollPane details() {
    ScrollPane details = new ScrollPane(inspector);
    details.setFitToWidth(true);
    details.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    details.getStyleClass().addAll("side", "right");
    return details;
  }

  void setDark(boolean dark) {
    graph.setDark(dark);
    inspector.setDark(dark);
  }

  void refresh() {
    inspector.refresh();
  }

  private void joinGraph(PeerFacts facts) {
    graph.selectedProperty().bindBidirectional(model.selectedProperty());
    model.pictureProperty().subscribe(graph::show);
    model.onTraffic(this::showTraffic);
    graph.setActions(
        new GraphActions() {
          @Override
          public void connect(PeerAddress peer) {
            model.connect(peer);
          }

          @Override
          public void disconnect(PeerAddress peer) {
            model.disconnect(peer);
          }

          @Override
          public void send(PeerAddress peer) {
            model.sendNow(peer);
          }

          @Override
          public String describe(PeerAddress peer) {
            return facts.inBrief(peer);
          }
        });
  }

  private void showTraffic(GossipEvent event) {
    PeerAddress self = model.addressProperty().get();
    if (self == null) {
      return;
    }
    switch (event) {
      case GossipEvent.MessageSent it -> graph.messageSent(it.flight(), self, it.to());
      case GossipEvent.MessageDelivered it -> graph.messageDelivered(it.flight());
      case GossipEvent.MessageFailed it -> graph.messageFailed(it.flight());
      case GossipEvent.MessageReceived it -> {
        PeerAddress from = addressOf(it.sender());
        if (from != null) {
          graph.messageReceived(from, self);
        }
      }
      default -> {
        // The rest shows in the picture, not in motion.
      }
    }
  }

  private static @Nullable PeerAddress addressOf(Sender sender) {
    return switch (sender) {
      case Sender.Named(PeerAddress address) -> address;
      case Sender.Presumed(PeerAddress address) -> address;
      case Sender.Unnamed _ -> null;
    };
  }

  @Override
  public void close() {
    graph.close();
  }
}
