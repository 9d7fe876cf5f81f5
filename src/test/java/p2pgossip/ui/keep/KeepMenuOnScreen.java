package p2pgossip.ui.keep;

import atlantafx.base.theme.PrimerLight;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import p2pgossip.export.ChartCsv;
import p2pgossip.export.RecordingFile;
import p2pgossip.export.SampleSession;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.RumorId;
import p2pgossip.journal.JournalLine;
import p2pgossip.journal.LineKind;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.Recorded;
import p2pgossip.network.Spread;
import p2pgossip.network.WholeNetwork;
import p2pgossip.testing.Hand;
import p2pgossip.testing.HandDrivenExecutor;
import p2pgossip.testing.OnScreen;
import p2pgossip.testing.Recorder;
import p2pgossip.ui.dialog.FileChoice;
import p2pgossip.ui.draw.Drawable;
import p2pgossip.ui.draw.Sketch;
import p2pgossip.ui.print.Sight;

/// A menu on the screen, what there is to keep, and which files the user names.
@ExtendWith(OnScreen.class)
abstract class KeepMenuOnScreen {

  static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
  static final RumorId OVER = new RumorId("over");
  static final Sight GRAPH = new Sight("graph", "the graph", "There is no graph yet.", true);
  static final Sight DIAGRAM =
      new Sight("diagram", "the diagram", "Show the diagram first.", false);

  final Hand robot = new Hand();
  final HandDrivenExecutor background = new HandDrivenExecutor();
  final Recorder<String> said = new Recorder<>();
  final Recorder<RecordingFile.Opened> opened = new Recorder<>();
  final Region shown = new Shown();
  final Answers answers = new Answers();
  final Lesson lesson = new Lesson();

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  KeepMenu menu;

  /// A user who has has decided.
  static final class Answers implements FileChoice {
    @Nullable Path file;
    String asked = "";

    @Override
    public @Nullable Path toSave(String title, String name, List<Kind> kinds) {
      asked = title + ": " + name + kinds.stream().map(Kind::extensions).toList();
      return file;
    }

    @Override
    public @Nullable Path toOpen(String title, Kind kind) {
      asked = title + ": " + kind.extensions();
      return file;
    }
  }

  static final class Shown extends Region implements Drawable {
    @Override
    public Sketch sketch() {
      return new Sketch("Two", "A line.", 10, 5, drawing -> drawing.strokeLine(0, 0, 10, 5));
    }
  }

  final class Lesson implements KeepSource {

    Recorded recorded = SampleSession.ofThree();
    @Nullable PeerAddress self = SampleSession.ANN;
    boolean withoutDiagram;

    @Override
    public Set<RumorId> finished() {
      return Set.of(OVER);
    }

    WholeNetwork network() {
      WholeNetwork network = new WholeNetwork();
      recorded.observations().forEach(network::note);
      return network;
    }

    @Override
    public @Nullable PeerAddress self() {
      return self;
    }

    @Override
    public Recorded recorded() {
      return recorded;
    }

    @Override
    public NetworkPicture picture() {
      return network().picture(SampleSession.ANN, true);
    }

    @Override
    public @Nullable Spread chosen() {
      return network().spread(SampleSession.RUMOR.id());
    }

    @Override
    public List<ChartCsv.Run> runs() {
      return Stream.ofNullable(chosen()).map(spread -> new ChartCsv.Run("A", spread)).toList();
    }

    @Override
    public List<JournalLine> lines() {
      return List.of(new JournalLine(1, NOW, LineKind.SENT, SampleSession.BOB, "Bob met Alice."));
    }

    @Override
    public List<Sight> sights() {
      return List.of(GRAPH, DIAGRAM);
    }

    @Override
    public @Nullable Parent shown(Sight sight) {
      return sight.equals(DIAGRAM) && withoutDiagram ? null : shown;
    }
  }

  final class Outcomes implements KeepActions {
    @Override
    public void opened(Path file, RecordingFile.Opened recording) {
      opened.accept(recording);
    }

    @Override
    public void succeeded(String sentence) {
      said.accept("+ " + sentence);
    }

    @Override
    public void failed(String sentence) {
      said.accept("- " + sentence);
    }
  }

  @Start
  void start(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    menu =
        new KeepMenu(
            lesson,
            new Outcomes(),
            new KeepMenu.Tools(
                answers,
                background,
                robot::interact,
                InstantSource.fixed(NOW),
                () -> ZoneOffset.UTC,
                "1.0.0"));
    shown.setStyle("-fx-background-color: #3050a0;");
    shown.setMinSize(120, 80);
    shown.setMaxSize(120, 80);
    stage.setScene(new Scene(new VBox(menu, shown), 400, 300));
    stage.show();
  }

  void choose(String id, Path file) {
    answers.file = file;
    robot.interact(() -> item(menu.getItems(), id).fire());
  }

  void runInBackground() {
    background.runNext();
  }

  static MenuItem item(List<MenuItem> items, String id) {
    return all(items).filter(item -> id.equals(item.getId())).findFirst().orElseThrow();
  }

  static Stream<MenuItem> all(List<MenuItem> items) {
    return items.stream()
        .flatMap(
            item ->
                item instanceof Menu inner
                    ? Stream.concat(Stream.of(item), all(inner.getItems()))
                    : Stream.of(item));
  }
}
