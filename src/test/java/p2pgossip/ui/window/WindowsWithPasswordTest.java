package p2pgossip.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.journal.JournalLine;
import p2pgossip.journal.LineKind;
import p2pgossip.net.password.Password;
import p2pgossip.network.Role;
import p2pgossip.network.Run;
import p2pgossip.testing.Hand;
import p2pgossip.testing.OnScreen;

/// Eight windows in one process, as `--windows 8 --password-file` opens them. To each other their
/// peers are one source, the loopback address, and none of them is hindered by that.
@ExtendWith(OnScreen.class)
class WindowsWithPasswordTest {

  private static final int WINDOWS = 8;
  private static final Set<LineKind> UNWANTED =
      EnumSet.of(LineKind.FAILED, LineKind.LOST, LineKind.ERROR);

  @TempDir static Path folder;

  private final Hand robot = new Hand();

  /// Peers of earlier tests may still be stopping.
  private final Set<Thread> earlier = Set.copyOf(Thread.getAllStackTraces().keySet());

  @SuppressWarnings("NullAway.Init")
  private WindowsAtWork work;

  @Start
  void open(Stage unused) {
    work =
        new WindowsAtWork(
            new DesktopPlan(
                WINDOWS,
                Optional.of(0),
                Optional.empty(),
                PeerSettings.DEFAULT.withPeriod(Duration.ofDays(1)),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.of(Password.of("open sesame")),
                Run.Time.REAL,
                false,
                Optional.empty(),
                Optional.empty()),
            folder);
  }

  @AfterEach
  void close() {
    work.close();

    assertThat(work.uncaught()).isEmpty();
  }

  /// There is one period, at once: so many windows take a small machine seconds to draw, in which
  /// messages of short periods would wait for one another.
  @Test
  void allAreConnectedWithOneAnotherAndNobodyIsRefusedOrPutOff() {
    work.until(
        () ->
            work.windows().all().size() == WINDOWS
                && work.windows().all().stream().allMatch(it -> it.model().isRunning()));
    List<PeerWindow> windows = work.see(() -> work.windows().all());
    List<PeerAddress> addresses =
        work.see(() -> windows.stream().map(WindowsWithPasswordTest::address).toList());
    robot.interact(() -> windows.forEach(it -> addresses.forEach(other -> connect(it, other))));
    work.until(() -> windows.stream().allMatch(WindowsWithPasswordTest::isConnectedWithAll));

    assertThat(windows).allMatch(it -> it.model().security().guardedProperty().get());
    assertThat(addresses).doesNotHaveDuplicates();
    assertThat(work.see(() -> windows.stream().flatMap(it -> linesOf(it).stream()).toList()))
        .isNotEmpty()
        .noneMatch(line -> UNWANTED.contains(line.kind()));
    // Peers of one process are not introduced to each other, so nothing has to wait for its turn.
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> !earlier.contains(thread))
        .extracting(Thread::getName)
        .doesNotContain("p2pgossip-introductions", "p2pgossip-strangers");
  }

  private static void connect(PeerWindow window, PeerAddress other) {
    if (!other.equals(address(window))) {
      window.model().connect(other);
    }
  }

  private static boolean isConnectedWithAll(PeerWindow window) {
    return window.model().picture().count(Role.CONNECTED) == WINDOWS - 1;
  }

  private static PeerAddress address(PeerWindow window) {
    return Objects.requireNonNull(window.model().addressProperty().get());
  }

  private static List<JournalLine> linesOf(PeerWindow window) {
    return List.copyOf(window.model().journal().log().shown());
  }
}
