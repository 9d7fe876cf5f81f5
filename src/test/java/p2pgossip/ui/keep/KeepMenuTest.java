package p2pgossip.ui.keep;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import p2pgossip.export.ChartCsv;
import p2pgossip.export.Progress;
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
import p2pgossip.ui.draw.Svg;
import p2pgossip.ui.print.Sight;

@ExtendWith(OnScreen.class)
class KeepMenuTest {

  private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
  private static final RumorId OVER = new RumorId("over");
  private static final Sight GRAPH =
      new Sight("graph", "the graph", "There is no graph yet.", true);
  private static final Sight DIAGRAM =
      new Sight("diagram", "the diagram", "Show the diagram first.", false);

  private final Hand robot = new Hand();
  private final HandDrivenExecutor background = new HandDrivenExecutor();
  private final Recorder<String> said = new Recorder<>();
  private final Recorder<RecordingFile.Opened> opened = new Recorder<>();
  private final Region shown = new Shown();
  private final Answers answers = new Answers();
  private final Lesson lesson = new Lesson();

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init")
  private KeepMenu menu;

  /// A user who has made up his mind.
  private static final class Answers implements FileChoice {
    private @Nullable Path file;
    private String asked = "";

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

  private static final class Shown extends Region implements Drawable {
    @Override
    public Sketch sketch() {
      return new Sketch("Two", "A line.", 10, 5, drawing -> drawing.strokeLine(0, 0, 10, 5));
    }
  }

  private final class Lesson implements KeepSource {

    private Recorded recorded = SampleSession.ofThree();
    private @Nullable PeerAddress self = SampleSession.ANN;
    private boolean withoutDiagram;

    @Override
    public Set<RumorId> finished() {
      return Set.of(OVER);
    }

    private WholeNetwork network() {
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

  private final class Outcomes implements KeepActions {
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

  private void choose(String id, Path file) {
    answers.file = file;
    robot.interact(() -> item(menu.getItems(), id).fire());
  }

  private void runInBackground() {
    background.runNext();
  }

  private static MenuItem item(List<MenuItem> items, String id) {
    return all(items).filter(item -> id.equals(item.getId())).findFirst().orElseThrow();
  }

  private static Stream<MenuItem> all(List<MenuItem> items) {
    return items.stream()
        .flatMap(
            item ->
                item instanceof Menu inner
                    ? Stream.concat(Stream.of(item), all(inner.getItems()))
                    : Stream.of(item));
  }

  @Test
  void aRecordingIsSavedAndOpenedAgain() {
    Path file = folder.resolve("lesson.gossip");

    choose("keep-recording", file);
    assertThat(answers.asked).isEqualTo("Save the recording: gossip-2026-11-22-0930[[gossip]]");
    assertThat(menu.hasSaved(Set.of(OVER))).isFalse();
    runInBackground();
    assertThat(menu.hasSaved(Set.of(OVER))).isTrue();
    assertThat(menu.hasSaved(Set.of(OVER, new RumorId("later")))).isFalse();
    choose("keep-open", file);
    runInBackground();

    assertThat(said).containsExactly("+ 16 observations saved to " + file + ".");
    assertThat(opened)
        .extracting(RecordingFile.Opened::recorded)
        .containsExactly(SampleSession.ofThree());
  }

  @Test
  void nothingComesOfADamagedRecording() throws IOException {
    Path file = Files.writeString(folder.resolve("lesson.gossip"), "{\"format\":\"other\"}\n");

    choose("keep-open", file);
    runInBackground();

    assertThat(opened).isEmpty();
    assertThat(said)
        .containsExactly(
            "- "
                + file
                + " could not be opened: line 1: the header of a recording was expected: \"format\""
                + " must be \"p2pgossip-recording\", not \"other\". Nothing of it is shown."
                + " Choose another file, or mend that line.");
  }

  @Test
  void anEmptySessionIsNotSaved() throws IOException {
    Path file = Files.writeString(folder.resolve("lesson.gossip"), "the old one");
    lesson.recorded = new Recorded(List.of(), List.of());

    choose("keep-recording", file);
    runInBackground();

    assertThat(said)
        .containsExactly(
            "- "
                + file
                + " could not be saved: nothing has been recorded yet. What was there before is as"
                + " it was; save to another place.");
    assertThat(file).hasContent("the old one");
  }

  @Test
  void aPictureHasAsManyPixelsAsTheScreenAndNoControls() throws IOException {
    Path file = folder.resolve("picture.png");

    choose("keep-picture-graph", file);
    runInBackground();

    BufferedImage picture = ImageIO.read(file.toFile());
    assertThat(picture.getWidth()).isEqualTo(120);
    assertThat(picture.getHeight()).isEqualTo(80);
    assertThat(picture.getRGB(60, 40)).isEqualTo(0xff3050a0);
    assertThat(said).containsExactly("+ Picture of 120 x 80 pixels saved to " + file + ".");
  }

  @Test
  void theExtensionSaysWhetherAPictureIsSavedInVectors() throws IOException {
    Path file = folder.resolve("picture.svg");

    choose("keep-picture-graph", file);
    runInBackground();

    assertThat(answers.asked)
        .isEqualTo("Save a picture: gossip-graph-2026-11-22-0930[[png], [svg]]");
    assertThat(said).containsExactly("+ Drawing of the graph saved to " + file + ".");
    Svg svg = Svg.parse(Files.readString(file));
    assertThat(svg.texts("/svg/title")).containsExactly("Two");
    assertThat(svg.count("//line")).isEqualTo(1);
  }

  @Test
  void whatCanNotBeDrawnIsSavedInPixelsAlone() {
    choose("keep-picture-diagram", folder.resolve("picture.png"));

    assertThat(answers.asked).endsWith("[[png]]");
  }

  /// PNG can hold texts, moments and places in chunks of their own (W3C, "Portable Network Graphics", 11).
  @Test
  void aPictureHoldsNothingButItsPixels() throws IOException {
    Path file = folder.resolve("picture.png");

    choose("keep-picture-graph", file);
    runInBackground();

    Set<String> chunks = new TreeSet<>();
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).position(8);
    while (bytes.hasRemaining()) {
      int length = bytes.getInt();
      byte[] type = new byte[4];
      bytes.get(type);
      chunks.add(new String(type, StandardCharsets.US_ASCII));
      // Its content, and the sum by which it is checked.
      bytes.position(bytes.position() + length + 4);
    }
    assertThat(chunks).containsExactly("IDAT", "IEND", "IHDR");
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void aPictureOfWhatIsNotShownSaysHowToShowIt() {
    lesson.withoutDiagram = true;
    choose("keep-picture-diagram", folder.resolve("picture.png"));

    assertThat(background.size()).isZero();
    assertThat(said).containsExactly("- Show the diagram first.");
  }

  @Test
  void aPictureShowsWhatIsSeenBehindIt() throws IOException {
    Path file = folder.resolve("picture.png");
    robot.interact(
        () -> {
          shown.setStyle("");
          Objects.requireNonNull(shown.getParent()).setStyle("-fx-background-color: #102030;");
        });

    choose("keep-picture-graph", file);
    runInBackground();

    assertThat(ImageIO.read(file.toFile()).getRGB(60, 40)).isEqualTo(0xff102030);
  }

  @Test
  void eachTableIsSaved() {
    for (String table : List.of("coverage", "periods", "figures", "arrivals")) {
      Path file = folder.resolve(table + ".csv");
      choose("keep-" + table, file);
      runInBackground();
      assertThat(file).content().startsWith("rumor,id,").contains("\nA,r1,");
    }
    assertThat(said).hasSize(4).allMatch(it -> it.startsWith("+ 1 rumour saved to "));
  }

  @Test
  void theExtensionSaysInWhichFormANetworkIsSaved() throws IOException {
    for (String name : List.of("a.graphml", "a.gexf", "a.gv")) {
      choose("keep-network", folder.resolve(name));
      runInBackground();
    }

    assertThat(answers.asked)
        .isEqualTo(
            "Save the network: gossip-network-2026-11-22-0930[[graphml], [gexf], [dot, gv]]");
    assertThat(Files.readString(folder.resolve("a.graphml"))).contains("<graphml ");
    assertThat(Files.readString(folder.resolve("a.gexf"))).contains("<gexf ");
    assertThat(Files.readString(folder.resolve("a.gv"))).startsWith("strict digraph");
  }

  @Test
  void theExtensionSaysInWhichFormALogIsSaved() throws IOException {
    for (String name : List.of("a.log", "a.jsonl", "a.shiviz")) {
      choose("keep-log", folder.resolve(name));
      runInBackground();
    }

    assertThat(Files.readString(folder.resolve("a.log")))
        .isEqualTo("09:30:00.000  ->  127.0.0.1:8082  Bob met Alice.\n");
    assertThat(Files.readString(folder.resolve("a.jsonl"))).startsWith("{\"number\":1,");
    assertThat(Files.readString(folder.resolve("a.shiviz"))).startsWith("(?<date>");
    assertThat(said)
        .containsExactly(
            "+ 1 line saved to " + folder.resolve("a.log") + ".",
            "+ 1 line saved to " + folder.resolve("a.jsonl") + ".",
            "+ 12 events saved to " + folder.resolve("a.shiviz") + ".");
  }

  @Test
  void withoutAPeerThereIsNoCourseOfTime() {
    lesson.self = null;

    choose("keep-network", folder.resolve("a.gexf"));

    assertThat(said)
        .containsExactly("- There is no peer yet whose network could be saved. Start it first.");
    assertThat(background.size()).isZero();
  }

  @Test
  void theOpenMenuSaysWhyAnItemIsOff() {
    lesson.withoutDiagram = true;

    robot.interact(menu::show);

    MenuItem diagram = item(menu.getItems(), "keep-picture-diagram");
    assertThat(diagram.isDisable()).isTrue();
    assertThat(diagram.getText()).isEqualTo("Of the diagram…  Show the diagram first.");
    MenuItem graph = item(menu.getItems(), "keep-picture-graph");
    assertThat(graph.isDisable()).isFalse();
    assertThat(graph.getText()).isEqualTo("Of the graph…");
  }

  @Test
  void everyExporterHasAnItem() {
    assertThat(Exporters.all(lesson.sights()))
        .extracting(exporter -> item(menu.getItems(), "keep-" + exporter.subject().id()).getText())
        .doesNotContain("");
  }

  @Test
  void aUserWhoNamesNoFileHearsNoMore() {
    answers.file = null;
    robot.interact(
        () -> all(menu.getItems()).filter(item -> !(item instanceof Menu)).forEach(MenuItem::fire));

    assertThat(background.size()).isZero();
    assertThat(said).isEmpty();
  }

  @Test
  void whatIsUnderWayCanBeCalledOff() throws IOException {
    Path file = Files.writeString(folder.resolve("lesson.gossip"), "the old one");
    choose("keep-recording", file);
    assertThat(item(menu.getItems(), "keep-cancel").isVisible()).isTrue();
    assertThat(item(menu.getItems(), "keep-log").isDisable()).isTrue();

    robot.interact(() -> item(menu.getItems(), "keep-cancel").fire());
    runInBackground();

    assertThat(file).hasContent("the old one");
    assertThat(said).isEmpty();
    assertThat(item(menu.getItems(), "keep-cancel").isVisible()).isFalse();
    assertThat(item(menu.getItems(), "keep-log").isDisable()).isFalse();
  }

  @Test
  void whatIsUnderWayEndsWithTheWindow() throws IOException {
    Path file = folder.resolve("lesson.gossip");
    RecordingFile.write(file, SampleSession.ofThree(), null, "1.0.0", NOW, Progress.UNHEARD);
    choose("keep-open", file);

    robot.interact(menu::close);
    robot.interact(menu::close);
    runInBackground();

    assertThat(opened).isEmpty();
    assertThat(said).isEmpty();
  }
}
