package p2pgossip.ui.lesson;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import p2pgossip.lesson.Asked;
import p2pgossip.lesson.Block;
import p2pgossip.lesson.Comparison;
import p2pgossip.lesson.Figures;
import p2pgossip.lesson.LessonProgress;
import p2pgossip.scenario.Scenario;
import p2pgossip.ui.scroll.DirectScrollPane;
import p2pgossip.ui.theme.RolePalette;

/// The open step of a lesson. Blocks are added below as they may be shown; those above stay. FX
/// thread only.
final class LessonPage extends BorderPane {

  private static final double GAP = 12;

  private final LessonModel model;
  private final Consumer<Scenario> setUp;
  private final PackBox pack;
  private final VBox blocks = new VBox(GAP);
  private final ScrollPane scrolling = new DirectScrollPane(blocks);
  private final Label step = new Label();
  private final Label title = new Label();
  private final Button back = new Button("Back");
  private final Button next = new Button("Next");
  private final Button again = new Button("Begin anew");
  private final List<Runnable> updates = new ArrayList<>();
  private final List<Consumer<RolePalette>> colored = new ArrayList<>();
  private RolePalette palette = RolePalette.LIGHT;
  private @Nullable LessonProgress shown;
  private int added;

  /// @param setUp puts a network on the screen
  /// @param pack what is said of the lab pack
  LessonPage(LessonModel model, Consumer<Scenario> setUp, PackBox pack) {
    super();
    this.model = model;
    this.setUp = setUp;
    this.pack = pack;
    title.getStyleClass().add("lesson-title");
    title.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    step.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    blocks.getStyleClass().add("lesson-blocks");
    blocks.setFillWidth(true);
    scrolling.setFitToWidth(true);
    scrolling.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    back.setId("lesson-back");
    back.setOnAction(_ -> model.back());
    next.setId("lesson-next");
    next.setOnAction(_ -> next());
    again.setId("lesson-again");
    again.getStyleClass().add(Styles.FLAT);
    again.setOnAction(_ -> model.beginAnew());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox bar = new HBox(8, back, gap, again, next);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("lesson-bar");
    VBox head = new VBox(2, title, step);
    head.getStyleClass().add("lesson-head");
    setTop(head);
    setCenter(scrolling);
    setBottom(new VBox(pack, bar));
    model.progressProperty().subscribe(this::show);
    model.runningProperty().subscribe(_ -> updates.forEach(Runnable::run));
  }

  void setPalette(RolePalette newPalette) {
    palette = newPalette;
    colored.forEach(each -> each.accept(newPalette));
  }

  private void next() {
    LessonProgress open = model.progressProperty().get();
    if (open != null && open.isOver()) {
      model.leave();
    } else {
      model.next();
    }
  }

  private void show(@Nullable LessonProgress open) {
    // Before the keyboard is led anywhere, which has to be visible.
    setVisible(open != null);
    pack.show(open);
    if (open == null) {
      shown = null;
      return;
    }
    LessonProgress before = shown;
    boolean sameStep =
        before != null
            && before.lesson().equals(open.lesson())
            && before.step() == open.step()
            && open.shown().size() >= added;
    shown = open;
    if (!sameStep) {
      blocks.getChildren().clear();
      updates.clear();
      colored.clear();
      added = 0;
      scrolling.setVvalue(0);
    }
    title.setText(open.lesson().steps().get(open.step()).title());
    step.setText(
        "%s · step %s of %s"
            .formatted(open.lesson().title(), open.step() + 1, open.lesson().steps().size()));
    updates.forEach(Runnable::run);
    Node focus = null;
    Node fresh = null;
    List<Block> all = open.shown();
    for (; added < all.size(); added++) {
      Node node = node(all.get(added), open);
      blocks.getChildren().add(node);
      // A task comes after its network.
      focus = focus instanceof Button && node instanceof TaskBox ? focus : first(node);
      fresh = fresh == null ? node : fresh;
    }
    colored.forEach(each -> each.accept(palette));
    back.setDisable(open.step() == 0);
    next.setDisable(!open.mayGoOn() && !open.isOver());
    next.setText(open.isOver() ? "All lessons" : "Next");
    again.setVisible(open.isOver());
    next.getStyleClass().remove(Styles.ACCENT);
    if (open.waitsFor().isEmpty()) {
      next.getStyleClass().add(Styles.ACCENT);
      focus = next;
    }
    if (focus != null) {
      lead(focus, sameStep ? fresh : null);
    }
  }

  /// Leads the keyboard to what comes next, and the view to what is new.
  private void lead(Node goal, @Nullable Node fresh) {
    goal.requestFocus();
    if (fresh == null) {
      return;
    }
    applyCss();
    layout();
    double viewport = scrolling.getViewportBounds().getHeight();
    double room = blocks.getHeight() - viewport;
    if (room > 0) {
      double top = fresh.getBoundsInParent().getMinY() - GAP;
      double now = scrolling.getVvalue() * room;
      double needed = Math.min(top, room);
      scrolling.setVvalue(Math.clamp(Math.max(now, needed) / room, 0, 1));
    }
  }

  private static @Nullable Node first(Node node) {
    return switch (node) {
      case PredictBox box -> box.first();
      case RunBox box -> box.first();
      case TaskBox box -> box.first();
      case NetworkBox box -> box.first();
      default -> null;
    };
  }

  private Node node(Block block, LessonProgress open) {
    ProseNodes prose = new ProseNodes(new Figures(open, model.theory()));
    return switch (block) {
      case Block.Text(var text) -> prose.of(text);
      case Block.Watch(var text) -> framed("Watch", "lesson-watch", prose.of(text));
      case Block.Explain(var text) -> framed("Why", "lesson-explain", prose.of(text));
      case Block.Network(Scenario scenario) -> new NetworkBox(scenario, setUp);
      case Block.Predict predict -> {
        PredictBox box = new PredictBox(predict, model, timeUnit(predict, open));
        updates.add(box::update);
        colored.add(box::setPalette);
        yield box;
      }
      case Block.Run run -> {
        RunBox box = new RunBox(run, model);
        updates.add(box::update);
        yield box;
      }
      case Block.Task task -> {
        TaskBox box = new TaskBox(task, model);
        updates.add(box::update);
        yield box;
      }
      case Block.Compare compare -> {
        CompareBox box = new CompareBox(Comparison.of(open, model.theory(), compare));
        colored.add(box::setPalette);
        yield box;
      }
    };
  }

  private static String timeUnit(Block.Predict predict, LessonProgress open) {
    return predict.asked() instanceof Asked.Curve(int _, String run)
        ? open.lesson().run(run).map(it -> it.plan().timeUnit()).orElse("rounds")
        : "rounds";
  }

  private static VBox framed(String kind, String style, VBox text) {
    Label label = new Label(kind);
    label.getStyleClass().add("lesson-kind");
    VBox box = new VBox(6, label, text);
    box.getStyleClass().addAll("lesson-box", style);
    return box;
  }
}
