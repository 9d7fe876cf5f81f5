package p2pgossip.ui;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import javafx.animation.AnimationTimer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.ui.model.PeerState;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.settings.ConnectPane;
import p2pgossip.ui.settings.GossipPane;
import p2pgossip.ui.settings.PeerPane;
import p2pgossip.ui.settings.SettingsForm;

/// One window: the form and, once that is drawn, the graph, the log and the inspector round one peer.
/// It only puts them together; they meet in the view model.
final class PeerWindow implements AutoCloseable {

  static final double MIN_WIDTH = 900;
  static final double MIN_HEIGHT = 600;

  private static final int FRAMES_UNTIL_SEEN = 3;

  private final Stage stage;
  private final PeerViewModel model;
  private final SettingsForm form = new SettingsForm();
  private final PeerPane peer;
  private final GossipPane gossip;
  private final ConnectPane connect;
  private final StatusBar statusBar;
  private final BorderPane root;

  /// Made once the rest has been drawn: the window stands on the screen the sooner.
  private @Nullable Workspace workspace;

  private boolean dark;
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
    peer = new PeerPane(model, form);
    gossip = new GossipPane(model, form);
    connect = new ConnectPane(model, form);
    statusBar = new StatusBar(model);
    root = layOut(actions);
    Scene scene = new Scene(root);
    stage.setScene(scene);
    stage.setMinWidth(MIN_WIDTH);
    stage.setMinHeight(MIN_HEIGHT);
    stage
        .titleProperty()
        .bind(
            Bindings.createStringBinding(
                this::title, model.addressProperty(), model.tallyProperty()));
    afterFirstFrame(
        () -> {
          if (!closed) {
            Workspace made = new Workspace(model, background, fxThread, layoutRandom);
            new Shortcuts(model, actions, connect, made.log(), made.graph()).installOn(scene);
            furnish(made);
          }
        });
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

  void setDark(boolean newDark) {
    dark = newDark;
    statusBar.setDark(dark);
    if (workspace != null) {
      workspace.setDark(dark);
    }
  }

  /// Brings up to date what changes as time passes.
  void refresh() {
    model.age();
    if (workspace != null) {
      workspace.refresh();
    }
  }

  /// What is drawn in software is brought to the screen by the FX thread too, some frames later: so
  /// that thread is not kept busy until then.
  private static void afterFirstFrame(Runnable action) {
    new AnimationTimer() {
      private int frames;

      @Override
      public void handle(long now) {
        if (++frames > FRAMES_UNTIL_SEEN) {
          stop();
          action.run();
        }
      }
    }.start();
  }

  private void furnish(Workspace made) {
    workspace = made;
    made.setDark(dark);
    root.setCenter(made.split());
    ScrollPane details = made.details();
    root.setRight(details);
    // Where there is little room, the graph gets what this peer's own figures would take.
    BooleanBinding roomy = root.widthProperty().greaterThan(1_050);
    details.visibleProperty().bind(roomy.or(model.selectedProperty().isNotNull()));
    details.prefWidthProperty().bind(Bindings.when(roomy).then(266.0).otherwise(229.0));
    details.managedProperty().bind(details.visibleProperty());
  }

  private BorderPane layOut(WindowActions actions) {
    VBox forms = new VBox(peer, connect, gossip);
    forms.getStyleClass().add("side-form");
    ScrollPane side = new ScrollPane(forms);
    side.setFitToWidth(true);
    side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    side.getStyleClass().addAll("side", "left");
    BorderPane whole = new BorderPane();
    whole.setTop(new HeaderBar(model, actions));
    whole.setLeft(side);
    whole.setBottom(statusBar);
    whole.getStyleClass().add("peer-window");
    whole
        .getStylesheets()
        .add(
            Objects.requireNonNull(PeerWindow.class.getResource("window.css"), "window.css")
                .toExternalForm());
    return whole;
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

  /// Ends the peer and takes the window from the screen. Idempotent.
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    model.close();
    if (workspace != null) {
      workspace.close();
    }
    stage.close();
  }
}
