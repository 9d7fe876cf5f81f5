package p2pgossip.ui.log;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.ui.lines.SampleLines.BOB;
import static p2pgossip.ui.lines.SampleLines.EVE;
import static p2pgossip.ui.lines.SampleLines.line;
import static p2pgossip.ui.lines.SampleLines.lines;

import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.journal.JournalLine;
import p2pgossip.journal.LineFormat;
import p2pgossip.journal.LineKind;
import p2pgossip.testing.Hand;
import p2pgossip.testing.HandDrivenExecutor;
import p2pgossip.testing.OnScreen;
import p2pgossip.ui.dialog.FileChoice;
import p2pgossip.ui.lines.LogFilter;
import p2pgossip.ui.lines.LogModel;

@ExtendWith(OnScreen.class)
class LogPaneTest {

  private final LogModel model = new LogModel(1_000);
  private final HandDrivenExecutor background = new HandDrivenExecutor();
  private final Hand robot = new Hand();

  private @Nullable Path chosen;

  private LogPane pane;

  @Start
  void start(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    pane =
        new LogPane(
            model,
            new LineFormat(ZoneOffset.UTC),
            new FileChoice() {
              @Override
              public @Nullable Path toSave(String title, String name, List<Kind> kinds) {
                return chosen;
              }

              @Override
              public @Nullable Path toOpen(String title, Kind kind) {
                return null;
              }
            },
            background,
            robot::interact);
    pane.setPrefSize(900, 400);
    stage.setScene(new Scene(new Pane(pane), 900, 400));
    stage.show();
  }

  @Test
  void saysThatNothingHasComeYet() {
    assertThat(wordsOf(".empty-state .advice"))
        .isEqualTo("Nothing yet. What this peer sends and hears appears here.");
  }

  @Test
  void filtersByWhatIsTyped() {
    append(lines(1, 30));
    robot.interact(pane::search);
    robot.write("rumour 1");

    assertThat(model.shown()).hasSize(11);
    assertThat(wordsOf(".filter-bar > .label")).isEqualTo("11 of 30");
  }

  @Test
  void leadsFromTheSearchIntoTheListWithTheKeyboard() {
    append(lines(1, 30));
    robot.interact(pane::search);
    robot.write("9").type(KeyCode.ENTER).type(KeyCode.HOME);

    assertThat(detail()).isEqualTo("Rumour 9");
  }

  @Test
  void findsTheLineOfAMessageByItsPeerAndTime() {
    append(lines(1, 300));
    JournalLine wanted =
        model.shown().stream()
            .filter(line -> line.peer() != null && line.kind() == LineKind.RECEIVED)
            .findFirst()
            .orElseThrow();

    assertThat(finds(wanted.peer(), wanted.at())).isTrue();
    assertThat(detail()).isEqualTo(wanted.text());
    assertThat(finds(wanted.peer(), wanted.at().plusNanos(1))).isFalse();
    assertThat(detail()).isEqualTo(wanted.text());
  }

  @Test
  void clearsTheSearchWithEscape() {
    append(lines(1, 30));
    robot.interact(pane::search);
    robot.write("9").type(KeyCode.ESCAPE);

    assertThat(model.filterProperty().get()).isEqualTo(LogFilter.ALL);
  }

  @Test
  void hidesAndShowsAKindByItsButton() {
    append(lines(1, 30));
    // the first of the kinds
    ToggleButton sent = robot.lookup(".kind").query();
    robot.interact(sent::fire);
    LogFilter hidden = model.filterProperty().get();
    robot.interact(sent::fire);

    assertThat(hidden).isEqualTo(LogFilter.ALL.withKind(LineKind.SENT, false));
    assertThat(model.filterProperty().get()).isEqualTo(LogFilter.ALL);
  }

  @Test
  void showsOnlyOnePeerByTheMenuOfALine() {
    append(lines(1, 4));
    robot.clickOn(rowOf(1), MouseButton.SECONDARY).clickOn("Only 127.0.0.1:8081");

    assertThat(model.shown()).containsExactly(line(1), line(3));
    assertThat(wordsOf(".chip")).isEqualTo("Only 127.0.0.1:8081");
  }

  @Test
  void hidesAPeerByTheMenuOfALine() {
    append(lines(1, 4));
    robot.clickOn(rowOf(1), MouseButton.SECONDARY).clickOn("Hide 127.0.0.1:8081");

    assertThat(model.shown()).containsExactly(line(2), line(4));
    assertThat(wordsOf(".chip")).isEqualTo("Not 127.0.0.1:8081");
  }

  @Test
  void offersNoPeerInTheMenuOfALineAboutNobody() {
    append(List.of(line(1, LineKind.NOTE, null, "This peer runs.")));
    robot.clickOn(rowOf(1), MouseButton.SECONDARY).clickOn("Only this peer");

    assertThat(model.filterProperty().get()).isEqualTo(LogFilter.ALL);
  }

  @Test
  void removesAPeerFromTheFilterByItsChip() {
    append(lines(1, 4));
    robot.interact(
        () -> {
          pane.showOnly(BOB);
          pane.hide(EVE);
        });
    robot.interact(() -> button(".chip").fire());

    assertThat(model.filterProperty().get()).isEqualTo(LogFilter.ALL.withHidden(EVE));
  }

  @Test
  void offersToClearAFilterThatNothingMatches() {
    append(lines(1, 4));
    robot.interact(() -> model.setFilter(LogFilter.ALL.withText("zebra")));
    String words = wordsOf(".empty-state .advice");
    robot.interact(() -> button(".empty-state .clear-filter").fire());

    assertThat(words).isEqualTo("No line matches the filter.");
    assertThat(model.shown()).isEqualTo(lines(1, 4));
  }

  @Test
  void saysHowManyLinesWaitInAPauseAndGoesOn() {
    append(lines(1, 4));
    robot.interact(() -> robot.lookup(".pause").<ToggleButton>query().fire());
    append(lines(5, 1_238));
    String words = wordsOf(".resume");
    robot.interact(() -> button(".resume").fire());

    assertThat(words).isEqualTo("Paused, 1,000 waiting: resume");
    assertThat(model.shown()).isEqualTo(lines(239, 1_238));
    assertThat(button(".resume").isVisible()).isFalse();
  }

  @Test
  void leadsBackToTheNewestLine() {
    append(lines(1, 100));
    robot.interact(() -> list().requestFocus());
    robot.type(KeyCode.HOME);
    append(lines(101, 223));
    String words = wordsOf(".jump");
    robot.interact(() -> button(".jump").fire());

    assertThat(words).isEqualTo("Jump to newest (123 new)");
    assertThat(list().followingProperty().get()).isTrue();
    assertThat(button(".jump").isVisible()).isFalse();
  }

  @Test
  void showsASelectedLineInFull() {
    String text = "They say the old mill turns by itself at night. ".repeat(9);
    append(List.of(line(1, LineKind.RECEIVED, BOB, text)));
    robot.clickOn(rowOf(1));

    assertThat(detail()).isEqualTo(text);
  }

  @Test
  void selectsThePeerOfASelectedLine() {
    append(lines(1, 4));
    robot.clickOn(rowOf(2));

    assertThat(pane.selectedPeerProperty().get()).isEqualTo(EVE);
  }

  @Test
  void keepsThePeerSelectedWhenItsLineFallsOff() {
    append(lines(1, 4));
    robot.clickOn(rowOf(2));
    append(lines(5, 1_100));

    assertThat(pane.selectedPeerProperty().get()).isEqualTo(EVE);
    assertThat(robot.lookup(".line-detail").<Node>query().isVisible()).isFalse();
  }

  @Test
  void letsGoOfALineWhenAnotherPeerIsSelectedElsewhere() {
    append(lines(1, 4));
    robot.clickOn(rowOf(2));
    robot.interact(() -> pane.selectedPeerProperty().set(BOB));

    assertThat(robot.lookup(".line-detail").<Node>query().isVisible()).isFalse();
    assertThat(pane.selectedPeerProperty().get()).isEqualTo(BOB);
  }

  @Test
  void copiesTheSelectedLines() {
    append(lines(1, 4));
    robot.clickOn(rowOf(2));
    robot.press(KeyCode.SHORTCUT).type(KeyCode.C).release(KeyCode.SHORTCUT);

    assertThat(clipboard()).isEqualTo("08:15:30.002  ->  127.0.0.1:8082  Rumour 2");
    assertThat(wordsOf(".notice .label")).isEqualTo("1 line copied.");
  }

  @Test
  void copiesAllLinesShownWhereNoneIsSelected() {
    append(lines(1, 4));
    robot.interact(() -> pane.showOnly(BOB));
    robot.interact(pane::copy);

    assertThat(clipboard())
        .isEqualTo(
            """
            08:15:30.001  <-  127.0.0.1:8081  Rumour 1
            08:15:30.003  <-  127.0.0.1:8081  Rumour 3\
            """);
  }

  @Test
  void saysThatThereIsNothingToCopy() {
    robot.interact(pane::copy);

    assertThat(wordsOf(".notice .label")).isEqualTo("There is no line to copy.");
  }

  @Test
  void savesTheLinesShownAndSaysSo(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("gossip.log");
    append(lines(1, 4));
    robot.interact(() -> pane.hide(BOB));
    chosen = file;
    robot.interact(pane::save);
    writeInBackground();

    assertThat(Files.readString(file))
        .isEqualTo(
            """
            08:15:30.002  ->  127.0.0.1:8082  Rumour 2
            08:15:30.004  ->  127.0.0.1:8082  Rumour 4
            """);
    assertThat(wordsOf(".notice .label")).isEqualTo("2 lines saved to " + file + ".");
  }

  @Test
  void saysWhyAFileCouldNotBeWritten(@TempDir Path folder) {
    Path file = folder.resolve("missing").resolve("gossip.log");
    append(lines(1, 4));
    chosen = file;
    robot.interact(pane::save);
    writeInBackground();

    assertThat(wordsOf(".notice .label"))
        .isEqualTo(
            "The log could not be saved to "
                + file
                + ": there is no such file or folder. Save it to another place.");
  }

  @Test
  void clearsTheLog() {
    append(lines(1, 4));
    robot.interact(() -> toolButton(LogPane.CLEAR.hint()).fire());

    assertThat(model.shown()).isEmpty();
  }

  @Test
  void putsLessUsedButtonsIntoAMenuWhereItIsNarrow() {
    robot.interact(() -> pane.setPrefWidth(400));
    robot.interact(() -> pane.getScene().getRoot().layout());

    assertThat(toolButton(LogPane.CLEAR.hint()).isVisible()).isFalse();
    assertThat(robot.lookup(".menu-button").<Node>query().isVisible()).isTrue();
  }

  private boolean finds(PeerAddress peer, Instant at) {
    AtomicBoolean found = new AtomicBoolean();
    robot.interact(() -> found.set(pane.find(peer, at)));
    return found.get();
  }

  private void append(List<JournalLine> lines) {
    robot.interact(() -> model.append(lines));
  }

  private void writeInBackground() {
    background.runNext();
    robot.interact(() -> {});
  }

  private String clipboard() {
    String[] text = new String[1];
    robot.interact(() -> text[0] = Clipboard.getSystemClipboard().getString());
    return text[0];
  }

  private LineView list() {
    return robot.lookup(".line-view").query();
  }

  private LineRow rowOf(long number) {
    return robot.lookup(".line-row").<LineRow>queryAll().stream()
        .filter(row -> row.line() != null && row.line().number() == number)
        .findFirst()
        .orElseThrow();
  }

  private String detail() {
    return wordsOf(".line-detail .scroll-pane .label");
  }

  private String wordsOf(String query) {
    return robot.lookup(query).<Labeled>query().getText();
  }

  private Button button(String query) {
    return robot.lookup(query).queryButton();
  }

  private Button toolButton(String tooltip) {
    return robot.lookup(".tool").<Node>queryAll().stream()
        .filter(Button.class::isInstance)
        .map(Button.class::cast)
        .filter(button -> tooltip.equals(button.getAccessibleText()))
        .findFirst()
        .orElseThrow();
  }
}
