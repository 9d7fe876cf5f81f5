package p2pgossip.ui.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static p2pgossip.ui.model.ModelAtWork.QUICK;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.network.NetworkPicture;
import p2pgossip.original.ReservedPort;
import p2pgossip.peer.PeerRuntime;

/// How the peer of a window starts, changes and ends.
class PeerViewModelTest extends PeerModelsAtWork {

  private static long delivered(PeerViewModel model, PeerAddress to) {
    return model.neighbor(to).map(neighbor -> neighbor.messages().delivered()).orElse(0L);
  }

  @Test
  void startsAPeerAndSaysWhereItIsReached() {
    try (ModelAtWork peer = model()) {
      PeerAddress address = peer.start();
      peer.until(it -> it.tallyProperty().get().periods() > 0);
      peer.until(it -> !it.picture().nodes().isEmpty());

      assertThat(address.ip()).isEqualTo(loopback());
      assertThat(peer.<NetworkPicture>see(it -> it.picture()).nodes()).containsOnlyKeys(address);
      assertThat(peer.log().getFirst()).contains(" " + address + " ");
    }
  }

  @Test
  void saysThatAPortIsTakenAndIsStoppedAgain() throws IOException {
    try (ModelAtWork peer = model();
        ServerSocket taken = new ServerSocket(0, 1, loopback())) {
      peer.ask(it -> it.start(taken.getLocalPort(), "", List.of()));
      peer.until(it -> it.startFailureProperty().get() != null);
      StartFailure failure = peer.see(it -> it.startFailureProperty().get());

      assertThat(peer.<PeerState>see(it -> it.stateProperty().get())).isEqualTo(PeerState.STOPPED);
      assertThat(failure.field()).isEqualTo(StartFailure.Field.PORT);
      assertThat(failure.words()).contains("" + taken.getLocalPort()).contains("taken");
      assertThat(peer.log())
          .containsExactly("This peer could not be started: " + failure.words() + ".");
    }
  }

  @Test
  void saysThatAnAliasIsUnknown() {
    try (ModelAtWork peer = model()) {
      peer.ask(it -> it.start(0, "nobody.invalid", List.of()));
      peer.until(it -> it.startFailureProperty().get() != null);

      assertThat(peer.<StartFailure>see(it -> it.startFailureProperty().get()))
          .isEqualTo(
              new StartFailure(
                  StartFailure.Field.HOST_ALIAS, "no machine of that name is known here"));
      assertThat(peer.<PeerState>see(it -> it.stateProperty().get())).isEqualTo(PeerState.STOPPED);
    }
  }

  @Test
  void takesTheBlameBackOnceTheFormChanges() {
    try (ModelAtWork peer = model()) {
      peer.ask(it -> it.start(0, "nobody.invalid", List.of()));
      peer.until(it -> it.startFailureProperty().get() != null);
      peer.ask(PeerViewModel::dismissStartFailure);

      assertThat(peer.<Boolean>see(it -> it.startFailureProperty().get() == null)).isTrue();
    }
  }

  @Test
  void keepsItsNeighborsWhenItIsRestartedElsewhere() {
    try (ModelAtWork one = model();
        ModelAtWork other = model()) {
      PeerAddress there = other.start();
      PeerAddress before = one.start(there);
      one.until(it -> isConnected(it, there));
      one.ask(it -> it.restart(0, ""));
      one.until(it -> it.isRunning() && isConnected(it, there));
      PeerAddress after = one.see(it -> it.addressProperty().get());

      assertThat(after).isNotEqualTo(before);
      other.until(it -> isConnected(it, after));
    }
  }

  @Test
  void keepsItsNeighborsThroughARestartThatFailed() throws IOException {
    try (ModelAtWork one = model();
        ModelAtWork other = model();
        ServerSocket taken = new ServerSocket(0, 1, loopback())) {
      PeerAddress there = other.start();
      one.start(there);
      one.until(it -> isConnected(it, there));
      one.ask(it -> it.restart(taken.getLocalPort(), ""));
      one.until(it -> it.startFailureProperty().get() != null);
      one.start();
      one.until(it -> isConnected(it, there));

      one.until(it -> it.picture().nodes().size() > 1);
      assertThat(one.<Set<PeerAddress>>see(it -> it.picture().nodes().keySet())).contains(there);
    }
  }

  @Test
  void changesSettingsOfARunningPeerAtOnce() {
    PeerSettings slow = PeerSettings.DEFAULT.withPeriod(Duration.ofHours(1));
    try (ModelAtWork peer = new ModelAtWork(runtime, slow)) {
      peer.start();
      peer.until(it -> it.tallyProperty().get().periods() == 1);
      peer.ask(it -> it.change(settings -> settings.withPeriod(Duration.ofMillis(100))));
      peer.until(it -> it.tallyProperty().get().periods() > 3);

      assertThat(peer.<Duration>see(it -> it.self().orElseThrow().period()))
          .isEqualTo(Duration.ofMillis(100));
      assertThat(peer.log()).anyMatch(line -> line.contains("0.1 s"));
    }
  }

  @Test
  void startsWithSettingsThatWereChangedWhileItWasStopped() {
    try (ModelAtWork peer = model()) {
      peer.ask(it -> it.change(settings -> settings.withPaused(true)));
      List<String> stopped = peer.log();
      peer.start();
      peer.ask(it -> it.change(settings -> settings.withPaused(false)));
      peer.until(it -> it.tallyProperty().get().periods() > 0);

      assertThat(stopped).hasSize(1);
      assertThat(peer.log()).hasSize(3).doesNotHaveDuplicates();
    }
  }

  @Test
  void sendsNothingWhilePausedButForWhatIsAskedFor() {
    try (ModelAtWork one = new ModelAtWork(runtime, QUICK.withPaused(true));
        ModelAtWork other = new ModelAtWork(runtime, QUICK.withPaused(true))) {
      PeerAddress there = other.start();
      one.start(there);
      one.until(it -> isConnected(it, there));
      one.ask(PeerViewModel::sendNow);
      other.until(it -> it.tallyProperty().get().received() == 1);
      // While one is under way, a second is not sent.
      one.until(it -> delivered(it, there) == 1);
      one.ask(it -> it.sendNow(there));
      other.until(it -> it.tallyProperty().get().received() == 2);
      one.until(it -> it.tallyProperty().get().sent() == 2);

      assertThat(one.<Tally>see(it -> it.tallyProperty().get())).isEqualTo(new Tally(0, 2, 0, 0));
    }
  }

  @Test
  void saysLastOfAllThatThePeerHasEndedAndFreesItsPort() throws IOException {
    try (ReservedPort place = new ReservedPort();
        ModelAtWork peer = model()) {
      peer.ask(it -> it.start(place.endpoint().port(), "", List.of()));
      peer.untilState(PeerState.RUNNING);
      PeerAddress address = peer.see(it -> it.addressProperty().get());
      peer.ask(it -> it.selectedProperty().set(address));
      peer.ask(PeerViewModel::stop);
      peer.untilState(PeerState.STOPPED);

      assertThat(peer.log().getLast()).isEqualTo("This peer at " + address + " has ended.");
      peer.until(it -> it.picture().equals(NetworkPicture.EMPTY));
      assertThat(peer.<Boolean>see(it -> it.selectedProperty().get() == null)).isTrue();
      try (ServerSocket socket = new ServerSocket(address.port(), 1, loopback())) {
        assertThat(socket.isBound()).isTrue();
      }
    }
  }

  @Test
  void endsAPeerThatWasStillStartingWhenItIsClosed() {
    ModelAtWork peer = model();
    peer.ask(
        it -> {
          it.start(0, "", List.of());
          it.close();
        });
    peer.until(
        it ->
            it.stateProperty().get() == PeerState.STOPPED && !it.journal().log().shown().isEmpty());
    List<String> log = peer.log();
    peer.close();

    assertThat(log.getLast()).endsWith("has ended.");
  }

  @Test
  void startsNothingOnceClosed() {
    ModelAtWork peer = model();
    peer.ask(
        it -> {
          it.close();
          it.start(0, "", List.of());
        });

    assertThat(peer.<PeerState>see(it -> it.stateProperty().get())).isEqualTo(PeerState.STOPPED);
    peer.close();
  }

  @Test
  void leavesNoThreadBehind() {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    PeerRuntime own = new PeerRuntime(random -> "Hark", 1);
    try (ModelAtWork one = new ModelAtWork(own, QUICK);
        ModelAtWork other = new ModelAtWork(own, QUICK)) {
      PeerAddress there = other.start();
      one.start(there);
      one.until(it -> isConnected(it, there));
    }
    own.close();

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(threadsSince(before)).isEmpty());
  }

  /// Those of our own and of our libraries that hold the process, or hold memory.
  private static Set<String> threadsSince(Set<Thread> before) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread))
        .map(Thread::getName)
        .filter(name -> !name.startsWith("awaitility") && !name.contains("ForkJoinPool"))
        .filter(name -> !name.equals("Read-Poller") && !name.equals("Write-Poller"))
        .collect(Collectors.toSet());
  }
}
