package p2pgossip.ui.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.Start;
import p2pgossip.classroom.ClassAnnouncement;
import p2pgossip.classroom.ClassName;
import p2pgossip.classroom.ClassTarget;
import p2pgossip.classroom.ClassWish;
import p2pgossip.gossip.Fingerprint;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerName;
import p2pgossip.multicast.NearbyClasses;
import p2pgossip.net.password.Password;
import p2pgossip.testing.Hand;
import p2pgossip.testing.HandDrivenExecutor;
import p2pgossip.testing.OnScreen;
import p2pgossip.testing.Recorder;
import p2pgossip.testing.Screen;

/// The dialogues by which a class is started and joined, and the board of the teacher, as a user
/// meets them.
@ExtendWith(OnScreen.class)
class ClassPanesTest {

  private static final Fingerprint KEY =
      new Fingerprint("SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU");
  private static final Fingerprint OTHER =
      new Fingerprint("SHA256:57DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU");
  private static final InetAddress HERE = InetAddress.ofLiteral("192.168.1.20");

  private final Hand robot = new Hand();
  private final HandDrivenExecutor background = new HandDrivenExecutor();
  private final Recorder<StartRequest> started = new Recorder<>();
  private final Recorder<JoinRequest> joined = new Recorder<>();
  private final Recorder<String> ended = new Recorder<>();
  private final AtomicReference<@Nullable Consumer<List<ClassAnnouncement>>> listener =
      new AtomicReference<>();
  private volatile List<InetAddress> addresses = List.of(HERE);
  private volatile @Nullable String obstacle;

  @SuppressWarnings("NullAway.Init")
  private Stage owner;

  @SuppressWarnings("NullAway.Init")
  private ClassDialogs dialogs;

  @Start
  void open(Stage stage) {
    owner = stage;
    stage.setScene(new Scene(new Label("window"), 600, 500));
    stage.show();
    dialogs = new ClassDialogs(new Network(), background, Runnable::run);
  }

  /// A network that the test makes itself heard on.
  private final class Network implements NearbyClasses {

    @Override
    public List<InetAddress> addresses() {
      return addresses;
    }

    @Override
    public Runnable announce(ClassAnnouncement announced) {
      throw new IllegalStateException("a dialogue announces nothing");
    }

    @Override
    public Runnable listen(Consumer<List<ClassAnnouncement>> found) throws IOException {
      String reason = obstacle;
      if (reason != null) {
        throw new IOException(reason);
      }
      listener.set(found);
      return () -> ended.accept("ended");
    }

    @Override
    public ClassTarget find(ClassWish wish) {
      throw new IllegalStateException("a dialogue lists all classes");
    }
  }

  private static ClassAnnouncement announced(String address, Fingerprint key, boolean locked) {
    return new ClassAnnouncement(new ClassName("Year 9"), PeerAddress.parse(address), key, locked);
  }

  private void hear(ClassAnnouncement... classes) {
    robot.interact(() -> Objects.requireNonNull(listener.get()).accept(List.of(classes)));
  }

  private void askToJoin() {
    robot.interact(() -> dialogs.askToJoin(owner, joined::accept));
    robot.interact(background::runAll);
  }

  private void askToStart() {
    robot.interact(() -> dialogs.askToStart(owner, started::accept));
    robot.interact(background::runAll);
  }

  private void write(String id, String text) {
    TextInputControl field = robot.lookup(id).query();
    robot.interact(() -> field.setText(text));
  }

  private void fire(String id) {
    Button button = robot.lookup(id).query();
    robot.interact(button::fire);
  }

  private String words(String id) {
    Label label = robot.lookup(id).query();
    return label.getText();
  }

  private boolean isOpen(String id) {
    return robot.lookup(id).tryQuery().isPresent();
  }

  @Test
  void aClassIsStartedWithANameAndIfWantedAPassword() {
    askToStart();
    write("#class-name", " Year 9 ");
    fire("#class-begin");
    assertThat(started).containsExactly(new StartRequest(new ClassName("Year 9"), null, HERE));
    assertThat(isOpen("#class-name")).isFalse();

    askToStart();
    write("#class-name", "Year 9");
    write("#class-password", "four unrelated words");
    fire("#class-begin");
    assertThat(started.all().getLast().password()).isEqualTo(Password.of("four unrelated words"));
  }

  @Test
  void aClassWithoutANameIsNotStartedAndTheReasonIsSaid() {
    askToStart();
    write("#class-name", "  ");
    fire("#class-begin");
    assertThat(started).isEmpty();
    assertThat(words("#class-error")).isEqualTo("A class needs a name.");
  }

  @Test
  void whereThereIsNoNetworkItIsSaidWhatToDo() {
    addresses = List.of();
    askToStart();
    assertThat(isOpen("#class-name")).isFalse();
    assertThat(robot.lookup(".empty-state .title").<Label>query().getText())
        .isEqualTo("This machine is in no network");
  }

  @Test
  void aClassIsJoinedByOneClickAndAFirstName() {
    askToJoin();
    assertThat(robot.lookup(".empty-state").<Node>query().isVisible()).isTrue();
    ClassAnnouncement one = announced("192.168.1.20:8080", KEY, false);
    hear(one);
    assertThat(robot.lookup(".empty-state").<Node>query().isVisible()).isFalse();

    fire(".class-row");
    assertThat(joined).isEmpty();
    assertThat(words("#class-error")).contains("first name");
    write("#class-first-name", "10.0.0.7:8080");
    fire(".class-row");
    assertThat(joined).isEmpty();
    assertThat(words("#class-error")).contains("colon");

    write("#class-first-name", " Ana ");
    fire(".class-row");
    assertThat(joined)
        .containsExactly(new JoinRequest(one.target(), new PeerName("Ana"), null, true));
    assertThat(isOpen("#class-first-name")).isFalse();
    robot.interact(background::runAll);
    assertThat(ended).hasSize(1);
  }

  @Test
  void aClassWithAPasswordAsksForIt() {
    askToJoin();
    ClassAnnouncement one = announced("192.168.1.20:8080", KEY, true);
    hear(one);
    write("#class-first-name", "Ana");
    CheckBox tunable = robot.lookup("#class-tunable").query();
    robot.interact(() -> tunable.setSelected(false));
    fire(".class-row");
    assertThat(joined).isEmpty();
    assertThat(words("#class-error")).contains("has a password");
    write("#class-join-password", "four unrelated words");
    fire("#class-join");
    assertThat(joined)
        .containsExactly(
            new JoinRequest(
                one.target(), new PeerName("Ana"), Password.of("four unrelated words"), false));
  }

  @Test
  void theAddressAndTheCodeAreTypedWhereNothingIsHeard() {
    obstacle = "no network leads there";
    askToJoin();
    assertThat(words("#class-error")).isEqualTo("No network leads there.");
    write("#class-first-name", "Ana");
    write("#class-typed", "192.168.1.20:8080");
    fire("#class-join");
    assertThat(words("#class-error")).contains("code");
    write("#class-typed", "192.168.1.20:8080 WERC-8GMR-ZGE1");
    fire("#class-join");
    assertThat(joined.all().getFirst().target())
        .isEqualTo(ClassTarget.parse("192.168.1.20:8080 WERC-8GMR-ZGE1"));
  }

  @Test
  void twoClassesOfOneNameAreToldApartByTheirCodes() {
    askToJoin();
    hear(announced("192.168.1.20:8080", KEY, false));
    assertThat(words("#class-doubt")).isEmpty();
    hear(announced("192.168.1.20:8080", KEY, false), announced("192.168.1.66:8080", OTHER, false));
    assertThat(words("#class-doubt")).contains("code");
    assertThat(
            robot.lookup(".class-row").queryAllAs(Button.class).stream()
                .map(Node::getAccessibleText))
        .allMatch(text -> text.contains("WERC-8GMR-ZGE1") || text.contains("WYRC-8GMR-ZGE1"))
        .hasSize(2);
  }

  @Test
  void aRowStaysUnderThePointerWhateverStrangersAnnounce() {
    askToJoin();
    ClassAnnouncement teachers = announced("192.168.1.20:8080", KEY, false);
    hear(teachers);
    Button row = robot.lookup(".class-row").query();
    for (int port = 1; port <= 30; port++) {
      hear(announced("192.168.1.66:" + port, OTHER, false), teachers);
      hear(teachers);
    }
    List<Button> rows = List.copyOf(robot.lookup(".class-row").queryAllAs(Button.class));
    assertThat(rows).hasSize(5);
    assertThat(rows.getFirst()).isSameAs(row);
    assertThat(rows.subList(1, 5)).allMatch(Node::isDisabled);
    hear();
    assertThat(row.isDisabled()).isTrue();
    hear(teachers);
    assertThat(row.isDisabled()).isFalse();
  }

  @Test
  void nothingIsHeardOnceTheDialogueIsClosed() {
    askToJoin();
    robot.interact(() -> robot.lookup("#class-first-name").query().getScene().getWindow().hide());
    robot.interact(background::runAll);
    assertThat(ended).hasSize(1);
    // What is under way still comes.
    hear(announced("192.168.1.20:8080", KEY, false));
    assertThat(isOpen(".class-row")).isFalse();
  }

  @Test
  void theBoardShowsWhereTheClassIsJoined() {
    Recorder<String> asked = new Recorder<>();
    ClassBoard board = Screen.see(() -> new ClassBoard(() -> asked.accept("change"), (_, _) -> {}));
    robot.interact(
        () -> {
          board.show(announced("192.168.1.20:8080", KEY, true));
          board.show(List.of(), Instant.now(), ZoneOffset.UTC);
          board.toFront();
        });
    assertThat(words("#board-name")).isEqualTo("Year 9");
    assertThat(words("#board-address")).isEqualTo("192.168.1.20:8080");
    assertThat(words("#board-code")).isEqualTo("WERC-8GMR-ZGE1");
    assertThat(isOpen("#class-qr")).isTrue();
    assertThat(robot.lookup("#board-roll .empty-state .title").<Label>query().getText())
        .isEqualTo("Nobody has joined yet");
    fire("#board-change");
    assertThat(asked).hasSize(1);
    robot.interact(board::close);
    robot.interact(board::close);
    assertThat(isOpen("#board-name")).isFalse();
  }
}
