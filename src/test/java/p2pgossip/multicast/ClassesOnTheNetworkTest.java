package p2pgossip.multicast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import p2pgossip.classroom.ClassAnnouncement;
import p2pgossip.classroom.ClassName;
import p2pgossip.gossip.Fingerprint;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.testing.Recorder;

/// Announcing and hearing with real multicast, on this machine's loopback interface and a port that
/// no other program uses.
class ClassesOnTheNetworkTest {

  private static final InstantSource CLOCK = InstantSource.system();
  private static final ClassAnnouncement CLASS =
      new ClassAnnouncement(
          new ClassName("Year 9"),
          PeerAddress.parse("127.0.0.1:8080"),
          new Fingerprint("SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU"),
          false);

  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  @AutoClose private final AutoCloseable ending = timer::shutdownNow;
  private final Recorder<List<ClassAnnouncement>> heard = new Recorder<>();

  private static List<NetworkInterface> loopback() {
    try {
      return List.of(NetworkInterface.getByInetAddress(InetAddress.ofLiteral("127.0.0.1")));
    } catch (SocketException e) {
      throw new IllegalStateException("there is no loopback interface", e);
    }
  }

  private ClassBrowser browse(int port) throws IOException {
    return ClassBrowser.open(port, ClassesOnTheNetworkTest::loopback, timer, CLOCK, heard::accept);
  }

  private ClassAnnouncer announce(int port) throws IOException {
    return ClassAnnouncer.open(CLASS, port, ClassesOnTheNetworkTest::loopback, timer, CLOCK);
  }

  private static void end(ClassAnnouncer announcer) {
    announcer.close();
  }

  private void awaitLast(List<ClassAnnouncement> classes) {
    await()
        .untilAsserted(
            () -> {
              assertThat(heard.all()).isNotEmpty();
              assertThat(heard.all().getLast()).isEqualTo(classes);
            });
  }

  @Test
  void aClassIsHeardOfWhoeverBeginsUntilItIsTakenBack() throws IOException {
    try (ClassAnnouncer first = announce(0)) {
      try (ClassBrowser _ = browse(first.port())) {
        awaitLast(List.of(CLASS));
        end(first);
        end(first);
        awaitLast(List.of());
        try (ClassAnnouncer _ = announce(first.port())) {
          awaitLast(List.of(CLASS));
        }
        awaitLast(List.of());
      }
    }
  }

  @Test
  void rubbishMakesNobodyDeaf() throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    try (ClassAnnouncer announcer = announce(0);
        ClassBrowser _ = browse(announcer.port());
        MulticastSocket stranger = new MulticastSocket()) {
      awaitLast(List.of(CLASS));
      stranger.setNetworkInterface(loopback().getFirst());
      InetSocketAddress group = new InetSocketAddress("224.0.0.251", announcer.port());
      for (int i = 0; i < 200; i++) {
        byte[] rubbish = new byte[random.nextInt(0, 2_000)];
        random.nextBytes(rubbish);
        stranger.send(new DatagramPacket(rubbish, rubbish.length, group));
      }
      end(announcer);
      // What is sent too fast is not read, so the goodbye may be lost: the next one is not.
      await()
          .untilAsserted(
              () -> {
                byte[] goodbye = ServiceMessages.announcement(CLASS, Duration.ZERO);
                stranger.send(new DatagramPacket(goodbye, goodbye.length, group));
                assertThat(heard.all().getLast()).isEmpty();
              });
    }
  }

  @Test
  void aMachineInNoNetworkIsToldSo() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> ClassBrowser.open(0, List::of, timer, CLOCK, heard::accept))
        .withMessageContaining("no network");
  }
}
