package p2pgossip.ui.window;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.ui.command.WindowActions;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.model.SwarmState;
import p2pgossip.ui.model.SwarmViewModel;
import p2pgossip.ui.swarm.SwarmActions;
import p2pgossip.ui.theme.StyleSheets;
import p2pgossip.ui.window.deck.PresentedCurve;

/// The graph, the curve and the story alone, on the whole screen and twice as large, so that they
/// can be read from the back of a classroom. The graph and the story are those of the window, which
/// has them back afterwards. FX thread only.
final class Presentation {

  /// The smallest letters of a window have 12 pixels, and those that must be read from afar need
  /// 24.
  static final double MAGNIFICATION = 2;

  /// The part of the width that the graph has.
  private static final double GRAPH_SHARE = 0.62;

  private final BorderPane root;
  private final Stage stage;
  private final Workspace workspace;
  private final Subject subject;
  private final Runnable before;
  private final Runnable ended;
  private final Subscription fullScreen;
  private @Nullable Shown shown;
  private boolean dark;

  /// What is presented, and what can be done to it.
  record Subject(
      PeerViewModel model, SwarmViewModel swarm, SwarmActions commands, WindowActions actions) {

    /// Tells the bar what can be done now, at the moment that is shown.
    private void tell(PresentationBar bar) {
      SwarmState state = swarm.stateProperty().get();
      PeerSettings settings = state == null ? model.settingsProperty().get() : state.settings();
      bar.show((state != null || model.isRunning()) && model.network().isLive(), settings.paused());
    }
  }

  /// The window as it was, and what stands in its place.
  private record Shown(
      @Nullable Node top,
      @Nullable Node left,
      @Nullable Node right,
      @Nullable Node bottom,
      @Nullable Node center,
      PresentedCurve curve,
      PresentationBar bar,
      Subscription watching) {}

  /// @param root of the window
  /// @param before is called before it begins
  /// @param ended is called when the window is as it was
  Presentation(
      BorderPane root,
      Stage stage,
      Workspace workspace,
      Subject subject,
      Runnable before,
      Runnable ended) {
    this.root = root;
    this.stage = stage;
    this.workspace = workspace;
    this.subject = subject;
    this.before = before;
    this.ended = ended;
    stage.setFullScreenExitHint("");
    // Escape leaves the full screen, and the presentation with it.
    fullScreen =
        stage
            .fullScreenProperty()
            .subscribe(
                (was, is) -> {
                  if (was && !is) {
                    end();
                  }
                });
  }

  boolean isOn() {
    return shown != null;
  }

  /// Begins, or ends.
  void toggle() {
    if (shown == null) {
      begin();
    } else {
      end();
    }
  }

  private void begin() {
    before.run();
    Workspace.Scene scene = workspace.lendScene(MAGNIFICATION);
    PresentedCurve curve = workspace.presentedCurve();
    curve.setMagnification(MAGNIFICATION);
    curve.setDark(dark);
    PresentationBar bar = new PresentationBar(subject.commands(), subject.actions());
    Subscription watching =
        Subscription.combine(
            subject.model().network().viewProperty().subscribe(curve::show),
            subject.model().network().past().subscribe(_ -> subject.tell(bar)),
            subject.model().stateProperty().subscribe(_ -> subject.tell(bar)),
            subject.model().settingsProperty().subscribe(_ -> subject.tell(bar)),
            subject.swarm().stateProperty().subscribe(_ -> subject.tell(bar)));
    shown =
        new Shown(
            root.getTop(),
            root.getLeft(),
            root.getRight(),
            root.getBottom(),
            root.getCenter(),
            curve,
            bar,
            watching);
    Node presented = arrange(scene, curve.node(), bar);
    bar.follow(presented);
    root.setTop(null);
    root.setLeft(null);
    root.setRight(null);
    root.setBottom(null);
    root.setCenter(presented);
    stage.setFullScreen(true);
  }

  private static Node arrange(Workspace.Scene scene, Region curve, PresentationBar bar) {
    // A region of its own has the width, so that the graph goes back as it was.
    StackPane graph = new StackPane(scene.graph());
    HBox both = new HBox(graph, curve);
    VBox.setVgrow(both, Priority.ALWAYS);
    HBox.setMargin(curve, new Insets(8, 10, 8, 10));
    graph.setMinWidth(0);
    graph.prefWidthProperty().bind(both.widthProperty().multiply(GRAPH_SHARE));
    curve.setMinWidth(0);
    HBox.setHgrow(curve, Priority.ALWAYS);
    StackPane.setAlignment(bar, Pos.TOP_CENTER);
    StackPane.setMargin(bar, new Insets(8));
    StackPane all = new StackPane(new VBox(both, scene.story()), bar);
    all.getStyleClass().add("presentation");
    all.getStylesheets().add(StyleSheets.of(Presentation.class, "presentation.css"));
    return new Magnifier(all, MAGNIFICATION);
  }

  /// Shows the whole window again if a presentation covers it. Returns whether it did.
  static boolean endOf(PeerWindow window) {
    Presentation presentation = window.presentation();
    if (presentation == null || !presentation.isOn()) {
      return false;
    }
    presentation.end();
    return true;
  }

  private void end() {
    Shown over = shown;
    if (over == null) {
      return;
    }
    shown = null;
    over.watching().unsubscribe();
    over.bar().stop();
    root.setCenter(over.center());
    root.setTop(over.top());
    root.setLeft(over.left());
    root.setRight(over.right());
    root.setBottom(over.bottom());
    workspace.takeSceneBack();
    stage.setFullScreen(false);
    ended.run();
  }

  void setDark(boolean newDark) {
    dark = newDark;
    if (shown != null) {
      shown.curve().setDark(dark);
    }
  }

  /// Ends it. Idempotent.
  void close() {
    fullScreen.unsubscribe();
    end();
  }
}
