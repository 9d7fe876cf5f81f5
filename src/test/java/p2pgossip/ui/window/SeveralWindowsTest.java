package p2pgossip.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.journal.JournalLine;
import p2pgossip.peer.FreePorts;
import p2pgossip.testing.OnScreen;
import p2pgossip.ui.model.PeerState;

/// Three windows on ports in a row, of which another program has the second.
@ExtendWith(OnScreen.class)
class SeveralWindowsTest {

  @TempDir static Path folder;

  @SuppressWarnings("NullAway.Init")
  private ServerSocket taken;

  @SuppressWarnings("NullAway.Init")
  private WindowsAtWork work;

  @Start
  void open(Stage unused) throws IOException {
    taken = secondOfFour();
    work =
        new WindowsAtWork(
            new DesktopPlan(
                3,
                Optional.of(taken.getLocalPort() - 1),
                Optional.empty(),
                PeerSettings.DEFAULT.withPeriod(Duration.ofHours(1)),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty()),
            folder);
  }

  @AfterEach
  void close() throws IOException {
    work.close();
    taken.close();

    assertThat(work.uncaught()).isEmpty();
  }

  @Test
  void takePortsInARowAndSayWhichIsPassedOver() {
    int second = taken.getLocalPort();
    work.until(
        () ->
            work.windows().all().size() == 3
                && work.windows().all().stream()
                    .allMatch(it -> it.model().stateProperty().get() == PeerState.RUNNING));

    List<PeerWindow> windows = work.see(() -> work.windows().all());
    assertThat(work.see(() -> windows.stream().map(SeveralWindowsTest::port).toList()))
        .containsExactly(second - 1, second + 1, second + 2);
    String words = "Port " + second + " is taken: " + (second + 1) + " is next.";
    assertThat(work.see(() -> linesOf(windows.get(1)))).contains(words);
    assertThat(work.see(() -> linesOf(windows.get(2)))).noneMatch(it -> it.contains("taken"));
  }

  private static int port(PeerWindow window) {
    var address = window.model().addressProperty().get();
    return address == null ? 0 : address.port();
  }

  private static List<String> linesOf(PeerWindow window) {
    return window.model().journal().log().shown().stream().map(JournalLine::text).toList();
  }

  /// Listens on a port that has a free one before it and two after it.
  private static ServerSocket secondOfFour() throws IOException {
    for (int port = 21_000; port < 60_000; port += 10) {
      int first = port;
      if (IntStream.range(first, first + 4).allMatch(it -> FreePorts.nextFrom(it) == it)) {
        try {
          return new ServerSocket(first + 1, 1, InetAddress.ofLiteral("127.0.0.1"));
        } catch (BindException e) {
          // Another program was quicker.
          continue;
        }
      }
    }
    throw new IOException("no four ports in a row are free");
  }
}
