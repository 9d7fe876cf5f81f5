package p2pgossip.ui.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.ui.model.ModelAtWork.QUICK;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.Neighbor;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Link;
import p2pgossip.network.NetworkPicture;
import p2pgossip.original.ReservedPort;
import p2pgossip.peer.Target;
import p2pgossip.ui.model.ConnectAttempt.Outcome;

/// How the peer of a window comes to know others.
class PeerViewModelLinksTest extends PeerModelsAtWork {

  private static Target target(PeerAddress address) {
    return new Target(address.host(), address.port());
  }

  @Test
  void connectsToATargetBothWays() {
    try (ModelAtWork one = model();
        ModelAtWork other = model()) {
      PeerAddress here = one.start();
      PeerAddress there = other.start();
      one.ask(it -> it.connect(List.of(new Target("localhost", there.port()))));
      one.until(it -> isConnected(it, there));
      other.until(it -> isConnected(it, here));
      one.until(
          it ->
              it.attempts().all().stream()
                  .limit(1)
                  .anyMatch(attempt -> attempt.outcome() == Outcome.CONNECTED));
      one.until(it -> it.picture().links().size() == 2);

      assertThat(one.attempts())
          .containsExactly(
              new ConnectAttempt(
                  new Target("localhost", there.port()), there, Outcome.CONNECTED, "connected"));
      assertThat(one.<NetworkPicture>see(it -> it.picture()).links())
          .containsExactlyInAnyOrder(new Link(here, there), new Link(there, here));
      one.until(it -> it.tallyProperty().get().sent() > 0);
      other.until(it -> it.tallyProperty().get().received() > 0);
    }
  }

  @Test
  void saysThatItIsConnectedAlready() {
    try (ModelAtWork one = model();
        ModelAtWork other = model()) {
      PeerAddress there = other.start();
      one.start(there);
      one.until(it -> isConnected(it, there));
      one.ask(it -> it.connect(there));
      one.until(
          it ->
              it.attempts().all().stream()
                  .limit(1)
                  .anyMatch(attempt -> attempt.outcome() == Outcome.CONNECTED));

      assertThat(one.attempts())
          .containsExactly(
              new ConnectAttempt(target(there), there, Outcome.CONNECTED, "connected already"));
    }
  }

  @Test
  void saysThatNobodyListensAtATarget() {
    try (ReservedPort free = new ReservedPort();
        ModelAtWork peer = model()) {
      Target nobody = new Target("127.0.0.1", free.endpoint().port());
      peer.start();
      peer.ask(it -> it.connect(List.of(nobody)));
      peer.until(
          it ->
              it.attempts().all().stream()
                  .limit(1)
                  .anyMatch(attempt -> attempt.outcome() != Outcome.CONNECTING));

      assertThat(peer.attempts().getFirst().words()).startsWith("nothing listens there");
      assertThat(peer.log()).anyMatch(line -> line.contains(nobody + ": nothing listens there"));
    }
  }

  @Test
  void saysThatAWebServerIsNoPeer() throws IOException {
    HttpServer web = HttpServer.create(new InetSocketAddress(loopback(), 0), 0);
    web.createContext(
        "/",
        exchange -> {
          byte[] page = "<h1>Welcome</h1>".getBytes(UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    web.start();
    try (ModelAtWork peer = model()) {
      peer.start();
      peer.ask(it -> it.connect(List.of(new Target("127.0.0.1", web.getAddress().getPort()))));
      peer.until(
          it ->
              it.attempts().all().stream()
                  .limit(1)
                  .anyMatch(attempt -> attempt.outcome() == Outcome.FAILED));

      assertThat(peer.attempts().getFirst().words()).contains("not").contains("peer");
      peer.until(it -> it.picture().addressees() == 0);
    } finally {
      web.stop(0);
    }
  }

  @Test
  void saysThatTheNameOfATargetIsUnknown() {
    Target unknown = new Target("nobody.invalid", 8_081);
    try (ModelAtWork peer = model()) {
      peer.start();
      peer.ask(it -> it.connect(List.of(unknown)));
      peer.until(
          it ->
              it.attempts().all().stream()
                  .limit(1)
                  .anyMatch(attempt -> attempt.outcome() == Outcome.FAILED));

      assertThat(peer.attempts())
          .singleElement()
          .satisfies(
              attempt -> {
                assertThat(attempt.outcome()).isEqualTo(Outcome.FAILED);
                assertThat(attempt.target()).isEqualTo(unknown);
                assertThat(attempt.address()).isNull();
                assertThat(attempt.words()).contains("no machine", "\"nobody.invalid\"");
                assertThat(peer.log())
                    .anyMatch(line -> line.contains(unknown + ": " + attempt.words()));
              });
    }
  }

  @Test
  void dropsAPeer() {
    // One that went on sending would be heard of still, and so be shown.
    try (ModelAtWork one = model();
        ModelAtWork other = new ModelAtWork(runtime, QUICK.withPaused(true))) {
      PeerAddress there = other.start();
      one.start(there);
      one.until(it -> isConnected(it, there) && it.picture().nodes().containsKey(there));
      one.ask(it -> it.disconnect(there));
      one.until(it -> !it.picture().nodes().containsKey(there));

      assertThat(one.log()).anyMatch(line -> line.startsWith("You disconnected " + there));
    }
  }

  @Test
  void showsWhomTheOthersKnowOnceItIsAskedTo() {
    try (ModelAtWork one = model();
        ModelAtWork other = model();
        ModelAtWork third = model()) {
      PeerAddress beyond = third.start();
      PeerAddress there = other.start(beyond);
      one.start(there);
      one.ask(it -> it.change(settings -> settings.withWholeNetwork(true)));
      one.until(it -> it.picture().links().contains(new Link(there, beyond)));
      one.ask(it -> it.change(settings -> settings.withWholeNetwork(false)));
      one.until(it -> !it.picture().nodes().containsKey(beyond));

      assertThat(
              one.<Set<Neighbor>>see(
                  it -> it.neighbor(beyond).stream().collect(Collectors.toSet())))
          .isEmpty();
    }
  }
}
