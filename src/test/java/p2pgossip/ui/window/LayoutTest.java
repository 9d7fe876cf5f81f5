package p2pgossip.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.Start;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerName;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.journal.LineKind;
import p2pgossip.net.password.Password;
import p2pgossip.network.Role;
import p2pgossip.peer.PeerConfig;
import p2pgossip.peer.RunningPeer;
import p2pgossip.peer.Target;
import p2pgossip.testing.Hand;
import p2pgossip.testing.OnScreen;
import p2pgossip.ui.form.SettingsForm;
import p2pgossip.ui.model.ConnectAttempt.Outcome;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.window.deck.Deck;

/// Measured: at the smallest size and at a middle one nothing is cut off and nothing overlaps.
@ExtendWith(OnScreen.class)
class LayoutTest {

  private static final PeerSettings SILENT = PeerSettings.DEFAULT.withPeriod(Duration.ofHours(1));

  @TempDir static Path folder;

  private final Hand robot = new Hand();

  @SuppressWarnings("NullAway.Init")
  private WindowsAtWork work;

  @Start
  void open(Stage unused) {
    work = new WindowsAtWork(SILENT, folder);
  }

  @BeforeEach
  void awaitTheWholeWindow() {
    work.untilFurnished();
  }

  @AfterEach
  void close() {
    work.close();
  }

  private void resize(double width, double height) {
    Stage stage = work.first().stage();
    robot.interact(
        () -> {
          stage.setWidth(width);
          stage.setHeight(height);
        });
    work.until(() -> root().getWidth() == width);
    robot.interact(work::layOut);
  }

  private Region root() {
    return (Region) work.first().stage().getScene().getRoot();
  }

  /// All that is wrong with the layout of the window.
  private List<String> faults() {
    return work.see(
        () -> {
          // What a label shows follows its text only when it is laid out.
          work.layOut();
          List<String> faults = new ArrayList<>();
          HBox header = work.find(".header-bar");
          cutTexts(header, faults);
          cutTexts(work.find(".status-bar"), faults);
          cutTexts(work.find(".side-form"), faults);
          cutTexts(work.find(".side.right"), faults);
          overlaps(header, faults);
          overlaps(work.find(".status-bar"), faults);
          beyondTheEdge(faults);
          return faults;
        });
  }

  /// Where a label shows less than its text, an ellipsis stands for the rest.
  private static void cutTexts(Node node, List<String> faults) {
    if (!node.isVisible() || !node.isManaged()) {
      return;
    }
    // The tooltip has its whole text.
    boolean givesWay =
        node instanceof Labeled label && label.getTextOverrun() == OverrunStyle.CENTER_ELLIPSIS;
    if (!givesWay
        && node instanceof Labeled labeled
        && labeled.lookup(".text") instanceof Text shown) {
      boolean cut = !shown.getText().isEmpty() && !shown.getText().equals(labeled.getText());
      if (cut) {
        faults.add("cut: " + labeled.getText());
      }
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> cutTexts(child, faults));
    }
  }

  private static void overlaps(HBox row, List<String> faults) {
    List<Node> children = row.getChildren().stream().filter(Node::isManaged).toList();
    for (int i = 1; i < children.size(); i++) {
      if (children.get(i - 1).getBoundsInParent().getMaxX()
          > children.get(i).getBoundsInParent().getMinX() + 0.5) {
        faults.add(children.get(i - 1) + " overlaps " + children.get(i));
      }
    }
  }

  private void beyondTheEdge(List<String> faults) {
    for (String selector : List.of(".header-bar", ".status-bar", ".side.right", "#graph-and-log")) {
      Node node = work.find(selector);
      Bounds bounds = node.localToScene(node.getLayoutBounds());
      if (node.isVisible() && bounds.getMaxX() > root().getWidth() + 0.5) {
        faults.add(selector + " ends at " + bounds.getMaxX());
      }
    }
    ScrollPane side = work.find(".side.left");
    if (work.find(".side-form").getLayoutBounds().getWidth() > side.getWidth()) {
      faults.add("the form is wider than its side");
    }
  }

  @Test
  void fitsBeforeTheStart() {
    resize(900, 600);
    assertThat(faults()).isEmpty();

    resize(1_000, 800);
    assertThat(faults()).isEmpty();
  }

  @Test
  void fitsWithAnErrorInEveryField() {
    robot.interact(
        () -> {
          SettingsForm form = work.first().form();
          form.portProperty().set("80x");
          form.hostAliasProperty().set("1.2.3");
          form.nameProperty().set(":8131");
          form.periodProperty().set("0");
          form.targetsProperty().set("localhost");
          form.textProperty().set("x".repeat(PeerSettings.LONGEST_TEXT + 1));
        });
    resize(900, 600);

    assertThat(faults()).isEmpty();
  }

  @Test
  void fitsWhileAPeerIsTunedAndAnotherRefused() throws IOException {
    PeerConfig open = new PeerConfig(0, null, SILENT.withTunable(true), List.of());
    PeerConfig guarded =
        new PeerConfig(0, null, SILENT, List.of()).withPassword(Password.of("open sesame"));
    try (RunningPeer tuned = RunningPeer.start(open, work.runtime(), event -> {});
        RunningPeer refused = RunningPeer.start(guarded, work.runtime(), event -> {})) {
      work.start(tuned.address(), refused.address());
      work.untilModel(it -> it.picture().count(Role.REFUSED) == 1);
      work.untilModel(it -> it.picture().addressees() == 1);
      robot.interact(() -> work.model().selectedProperty().set(tuned.address()));
      work.untilModel(it -> it.tuning().selectedProperty().get().settings() != null);
      resize(900, 600);
      assertThat(faults()).isEmpty();

      robot.interact(() -> work.model().selectedProperty().set(refused.address()));
      robot.interact(() -> work.first().refresh());
      resize(900, 600);
      assertThat(faults()).isEmpty();

      resize(1_000, 800);
      assertThat(faults()).isEmpty();
    }
  }

  @Test
  void fitsWithTheWarningThatAnybodyCanConnect() {
    robot.interact(() -> work.model().start(0, "192.0.2.1", List.of()));
    work.untilModel(it -> it.security().exposedProperty().get());
    resize(900, 600);

    assertThat(faults()).isEmpty();
  }

  @Test
  void leavesAnAddressOfIPv4WholeBesideALongNotice() {
    String address = work.start().toString();
    robot.interact(
        () ->
            work.model()
                .journal()
                .tell(
                    LineKind.ERROR,
                    null,
                    "as long as that on a certificate that has run out ".repeat(2)));
    for (double width : List.of(900.0, 1_280.0)) {
      robot.interact(() -> root().resize(width, 600));

      assertThat(faults()).isEmpty();
      assertThat(work.see(() -> (Text) work.find(".status-address").lookup(".text")).getText())
          .isEqualTo(address);
    }
  }

  @ParameterizedTest
  @CsvSource({"460, 200", "460, 500", "600, 200", "700, 500", "860, 300", "1000, 300"})
  void namesTheViewsBesideTheGraphWhereTheirTitlesHaveRoom(double width, double height) {
    List<String> faults =
        work.see(
            () -> {
              Deck deck = work.find("#deck");
              deck.resize(width, height);
              deck.applyCss();
              deck.layout();
              List<String> found = new ArrayList<>();
              Node bar = deck.lookup(".deck-bar");
              cutTexts(bar, found);
              endsBeyond(width, deck, List.of(".deck-views", ".replay-bar"), found);
              overlaps((HBox) deck.lookup(".deck-views").getParent(), found);
              return found;
            });

    assertThat(faults).isEmpty();
  }

  private static void endsBeyond(
      double width, Deck deck, List<String> selectors, List<String> found) {
    for (String selector : selectors) {
      Node each = deck.lookup(selector);
      Bounds bounds = deck.sceneToLocal(each.localToScene(each.getLayoutBounds()));
      if (bounds.getMaxX() > width) {
        found.add(each + " ends at " + bounds.getMaxX());
      }
    }
  }

  @Test
  void shortensALongAddressAndNoButton() {
    robot.interact(
        () -> work.model().start(0, "2001:db8:1234:5678:9abc:def0:1234:5678", List.of()));
    work.untilModel(PeerViewModel::isRunning);
    String address = work.see(() -> work.model().addressProperty().get().toString());
    resize(900, 600);
    List<String> small = faults();
    Text shown = work.see(() -> (Text) work.find("#own-address").lookup(".text"));
    String shortened = work.see(shown::getText);
    // As wide as the headless screen goes: the buttons with their words are tried at 1,280 below.
    resize(1_000, 800);
    List<String> middling = faults();
    robot.interact(() -> root().resize(1_280, 800));
    List<String> wide = faults();

    assertThat(small).isEmpty();
    assertThat(middling).isEmpty();
    assertThat(wide).isEmpty();
    assertThat(shortened).startsWith("[2001").contains("...").isNotEqualTo(address);
    assertThat(shortened).endsWith(address.substring(address.length() - 5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ana",
        "Wolfeschlegelsteinhausen",
        "🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝"
      })
  void fitsWithANameBesideTheAddress(String name) {
    robot.interact(() -> work.model().nameProperty().set(new PeerName(name)));
    PeerAddress own = work.start();
    work.until(() -> work.textOf("#own-address").equals(name + " " + own));
    resize(900, 600);
    List<String> small = faults();
    robot.interact(() -> root().resize(1_280, 800));
    List<String> wide = faults();

    assertThat(small).isEmpty();
    assertThat(wide).isEmpty();
  }

  @Test
  void fitsWhileItRunsAndAPeerIsInspected() throws IOException {
    PeerConfig config = new PeerConfig(0, null, SILENT, List.of());
    try (RunningPeer other = RunningPeer.start(config, work.runtime(), event -> {})) {
      work.start(other.address());
      work.untilModel(it -> it.picture().addressees() == 1);
      Target unknown = new Target("a-machine-of-a-rather-long-name.invalid", 65_535);
      robot.interact(() -> work.model().connect(List.of(unknown)));
      robot.interact(() -> work.model().selectedProperty().set(other.address()));
      work.untilModel(
          it ->
              it.attempts().all().stream()
                  .limit(1)
                  .anyMatch(attempt -> attempt.outcome() == Outcome.FAILED));
      resize(900, 600);
      assertThat(work.see(() -> work.find(".side.right").isVisible())).isTrue();
      assertThat(faults()).isEmpty();

      resize(1_000, 800);
      assertThat(faults()).isEmpty();
    }
  }
}
