package p2pgossip.ui.window;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.peer.RunningPeer;
import p2pgossip.ui.model.PeerState;
import p2pgossip.ui.model.PeerViewModel;

/// The form of a window: what is typed, what is wrong with it, and what it does.
class PeerFormWindowTest extends PeerInWindow {

  @Test
  void startsThePeerWithWhatIsTyped() {
    work.type("#port", "0");
    work.type("#host-alias", "localhost");
    work.press("#start");
    work.untilModel(PeerViewModel::isRunning);
    PeerAddress address = work.see(() -> work.model().addressProperty().get());

    assertThat(work.textOf("#port")).isEqualTo("" + address.port());
    assertThat(work.textOf("#host-alias")).isEqualTo("localhost");
    assertThat(work.see(() -> work.find("#restart").isVisible())).isFalse();
    assertThat(work.see(() -> work.first().stage().getTitle())).startsWith(address.toString());
  }

  @Test
  void saysBesideTheFieldWhatIsWrongWithIt() {
    work.type("#port", "80x");
    work.type("#host-alias", "1.2.3");
    work.type("#period", "0");
    work.type("#targets", "localhost");

    assertThat(work.textOf("#port-error")).startsWith("A port ");
    assertThat(work.textOf("#host-alias-error")).startsWith("The alias ");
    assertThat(work.textOf("#period-error"))
        .isEqualTo("A period is 0.1 to 86400 seconds (one day).");
    assertThat(work.textOf("#targets-error")).startsWith("\"localhost\" has no port");
    assertThat(work.see(() -> work.find("#start").isDisabled())).isTrue();
    assertThat(work.see(() -> work.find("#connect").isDisabled())).isTrue();
  }

  @Test
  void leadsToTheFieldThatIsWrongWhenItCannotStart() {
    work.type("#host-alias", "1.2.3");
    work.type("#port", "8080");
    keys(KeyCode.F5);

    assertThat(isFocused("#host-alias")).isTrue();
    assertThat(work.see(() -> work.model().stateProperty().get())).isEqualTo(PeerState.STOPPED);
  }

  @Test
  void saysBesideThePortThatItIsTakenUntilAnotherIsTyped() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      work.type("#port", "" + taken.getLocalPort());
      robot.type(KeyCode.ENTER);
      work.until(() -> !work.textOf("#port-error").isEmpty());
      String error = work.textOf("#port-error");
      work.type("#port", "0");

      assertThat(error).contains("" + taken.getLocalPort()).contains("taken");
      assertThat(work.textOf("#port-error")).isEmpty();
    }
  }

  @Test
  void saysNoLongerThatAPortIsTakenOncePeerRuns() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      work.type("#port", "" + taken.getLocalPort());
      robot.type(KeyCode.ENTER);
      work.until(() -> work.find("#notice").isVisible());
      String complaint = work.textOf("#notice");
      RunningPeer other = otherPeer();
      robot.interact(() -> work.model().attach(other, work.first().swarm()));
      work.untilModel(PeerViewModel::isRunning);

      assertThat(complaint).contains("" + taken.getLocalPort()).contains("taken");
      assertThat(work.textOf("#notice")).doesNotContain("taken");
      assertThat(work.see(() -> work.model().startFailureProperty().get())).isNull();
      other.close();
    }
  }

  @Test
  void saysNoLongerThatAPortIsTakenAtItsFoot() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      work.type("#port", "" + taken.getLocalPort());
      robot.type(KeyCode.ENTER);
      work.until(() -> work.find("#notice").isVisible());
      work.type("#port", "0");
      robot.type(KeyCode.ENTER);
      work.untilModel(PeerViewModel::isRunning);

      assertThat(work.see(() -> work.find("#notice").isVisible())).isFalse();
    }
  }

  @Test
  void offersNoStartInTheHeaderWhileTheFormIsWrong() {
    work.type("#port", "80x");
    boolean disabled = work.see(() -> work.find("#start-or-stop").isDisabled());
    work.type("#port", "0");

    assertThat(disabled).isTrue();
    assertThat(work.see(() -> work.find("#start-or-stop").isDisabled())).isFalse();
  }

  @Test
  void keepsATargetInTheFieldUntilItIsConnectedAndListsFewOfThoseThatFailed() throws IOException {
    work.start();
    try (RunningPeer other = otherPeer()) {
      String wrong =
          IntStream.rangeClosed(1, 12)
              .mapToObj(number -> "no-such-machine-" + number + ".invalid:9000")
              .collect(Collectors.joining(" "));
      work.type("#targets", wrong + " " + other.address().port());
      robot.type(KeyCode.ENTER);
      work.until(() -> robot.lookup(".attempt-failed").queryAll().size() == 12);
      work.until(() -> work.textOf("#targets").equals(wrong));
      robot.interact(work::layOut);
      robot.interact(work::layOut);
      double height = work.see(() -> work.<Region>find("#attempts").getHeight());
      work.press(".attempt-failed .attempt-dismiss");

      work.until(() -> robot.lookup(".attempt-failed").queryAll().size() == 11);
      assertThat(height).isBetween(100.0, 170.0);
      assertThat(work.textOf("#targets")).isEqualTo(wrong);
    }
  }

  @Test
  void saysBelowTheFieldThatATargetIsNoPeer() throws IOException {
    HttpServer web = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    web.createContext(
        "/",
        exchange -> {
          byte[] page = "<h1>Welcome</h1>".getBytes(UTF_8);
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    web.start();
    try {
      work.start();
      work.type("#targets", "" + web.getAddress().getPort());
      robot.type(KeyCode.ENTER);
      work.until(() -> !robot.lookup(".attempt-failed .attempt-words").queryAll().isEmpty());

      assertThat(work.textOf(".attempt-failed .attempt-words")).contains("not").contains("peer");
    } finally {
      web.stop(0);
    }
  }

  @Test
  void keepsWhatIsHalfTypedWhenSomethingElseChanges() {
    work.type("#text", "Not yet fin");
    keys(KeyCode.CONTROL, KeyCode.P);
    work.untilModel(it -> it.settingsProperty().get().paused());

    assertThat(work.textOf("#text")).isEqualTo("Not yet fin");
    assertThat(work.see(() -> work.model().settingsProperty().get()))
        .isEqualTo(QUIET.withPaused(true));
  }

  @Test
  void changesTheSettingsByTheForm() {
    work.type("#period", "2,5");
    work.type("#text", "Hush");
    work.press("#update");

    assertThat(work.see(() -> work.model().settingsProperty().get()))
        .isEqualTo(QUIET.withPeriod(Duration.ofMillis(2_500)).withText("Hush").withUpdate(true));
  }
}
