package p2pgossip.ui;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
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
import p2pgossip.ui.model.PeerState;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.settings.ConnectPane;
import p2pgossip.ui.settings.GossipPane;
import p2pgossip.ui.settings.PeerPane;
import p2pgossip.ui.settings.SettingsForm;

/// One window: the form, the graph, the log and the inspector round one peer. It only puts them
/// together; they meet in the view model.
final class PeerWindow implements AutoCloseable {

  static final double MIN_WIDTH = 900;
  static final double MIN_HEIGHT = 600;

  private final Stage stage;
  private final PeerViewModel model;
  private final SettingsForm form = new SettingsForm();
  private final PeerPane peer;
  private final GossipPane gossip;
  private final ConnectPane connect;
  private final GraphPane graph;
  private final LogPane log;
  private final InspectorPane inspector;
  private final StatusBar statusBar;
  private boolean closed;

  PeerWindow(
      Stage stage,
      PeerViewModel model,
      WindowActions actions,
      Executor background,
      Executor fxThread,
      RandomGenerator layoutRandom) {
    this.stage = stage;
    this.model = model;
    ZoneId zone = ZoneId.systemDefault();
    PeerFacts facts = new PeerFacts(model, InstantSource.system(), zone);
    peer = new PeerPane(model, form);
    gossip = new GossipPane(model, form);
    connect = new ConnectPane(model, form);
    graph = new GraphPane(layoutRandom);
    log = new LogPane(model.journal().log(), new LineFormat(zone), background, fxThread);
    inspector = new InspectorPane(model, facts);
    statusBar = new StatusBar(model);
    stage.setScene(new Scene(layOut(actions)));
    stage.setMinWidth(MIN_WIDTH);
    stage.setMinHeight(MIN_HEIGHT);
    stage
        .titleProperty()
        .bind(
            Bindings.createStringBinding(
                this::title, model.addressProperty(), model.tallyProperty()));
    joinGraph(facts);
    log.selectedPeerProperty().bindBidirectional(model.selectedProperty());
    new Shortcuts(model, actions, connect, log, graph).installOn(stage.getScene());
  }

  SettingsForm form() {
    return form;
  }

  PeerViewModel model() {
    return model;
  }

  Stage stage() {
    return stage;
  }

  /// Starts or stops the peer, as the button does.
  void startOrStop() {
    if (model.stateProperty().get() == PeerState.STOPPED) {
      peer.start();
    } else {
      model.stop();
    }
  }

  void setDark(boolean dark) {
    graph.setDark(dark);
    inspector.setDark(dark);
    statusBar.setDark(dark);
  }

  /// Brings up to date what changes as time passes.
  void refresh() {
    model.age();
    inspector.refresh();
  }

  private BorderPane layOut(WindowActions actions) {
    VBox forms = new VBox(peer, connect, gossip);
    forms.getStyleClass().add("side-form");
    ScrollPane side = new ScrollPane(forms);
    side.setFitToWidth(true);
    side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    side.getStyleClass().addAll("side", "left");
    SplitPane split = new SplitPane(graph, log);
    split.setId("graph-and-log");
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(0.66);
    SplitPane.setResizableWithParent(log, false);
    HBox.setHgrow(split, Priority.ALWAYS);
    ScrollPane details = new ScrollPane(inspector);
    details.setFitToWidth(true);
    details.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    details.getStyleClass().addAll("side", "right");
    BorderPane root = new BorderPane(split);
    root.setTop(new HeaderBar(model, actions));
    root.setLeft(side);
    root.setRight(details);
    root.setBottom(statusBar);
    root.getStyleClass().add("peer-window");
    root.getStylesheets()
        .add(
            Objects.requireNonNull(PeerWindow.class.getResource("window.css"), "window.css")
                .toExternalForm());
    // Where there is little room, the graph gets what this peer's own figures would take.
    BooleanBinding roomy = root.widthProperty().greaterThan(1_050);
    details.visibleProperty().bind(roomy.or(model.selectedProperty().isNotNull()));
    details.prefWidthProperty().bind(Bindings.when(roomy).then(266.0).otherwise(229.0));
    details.managedProperty().bind(details.visibleProperty());
    return root;
  }

  private String title() {
    PeerAddress address = model.addressProperty().get();
    if (address == null) {
      return "p2pgossip";
    }
    int neighbors = model.tallyProperty().get().healthy();
    return "%s – %d %s – p2pgossip"
        .formatted(address, neighbors, neighbors == 1 ? "neighbour" : "neighbours");
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

  /// Ends the peer and takes the window from the screen. Idempotent.
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    model.close();
    graph.close();
    stage.close();
  }
}
