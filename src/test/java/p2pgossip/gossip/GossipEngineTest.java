package p2pgossip.gossip;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.gossip.TestedEngine.SELF;
import static p2pgossip.gossip.TestedEngine.START;
import static p2pgossip.gossip.TestedEngine.at;
import static p2pgossip.gossip.TestedEngine.begun;
import static p2pgossip.gossip.TestedEngine.loopback;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The senders of messages, and runs that can be repeated.
class GossipEngineTest {

  private static final PeerSettings SETTINGS = PeerSettings.DEFAULT;
  private static final Duration PERIOD = SETTINGS.period();
  private static final Message HELLO = new Message("hello", null);

  private static List<String> sentences(long seed) {
    var random = java.util.random.RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    Sentences source =
        new Sentences(List.of(List.of("a", "b", "c", "d"), List.of("e", "f", "g", "h")));
    return java.util.stream.Stream.generate(() -> source.next(random)).limit(20).toList();
  }

  @Test
  void onlyAPeerThatOffersToReadItIsToldTheSender() {
    TestedEngine tested = begun(SETTINGS, at(8081));
    Peer ours = new Peer(START, PERIOD, 8081, null, Set.of(Offer.SENDER));
    tested.answer(Request.Handshake.class, at(8081), new Reply.Introduced(ours));
    tested.answer(Request.Connect.class, at(8081), new Reply.Accepted());

    tested.pass(Duration.ZERO);

    assertThat(tested.tells())
        .containsExactly(new Request.Tell(at(8081), new Message("So it is.", SELF)));
  }

  @Test
  void aSenderIsNamedAtItsSourceElsePresumedIfOnlyOneIsPossibleElseUnnamed() throws Exception {
    InetAddress elsewhere = InetAddress.getByName("192.0.2.7");
    TestedEngine tested = begun(SETTINGS);
    tested.connectTo(8081);

    tested.hear(loopback(), new Message("hello", at(8085)));
    tested.hear(elsewhere, new Message("hello", at(8085)));
    tested.hear(loopback(), HELLO);
    tested.connectTo(8082);
    tested.hear(loopback(), HELLO);

    assertThat(tested.events())
        .filteredOn(GossipEvent.MessageReceived.class::isInstance)
        .containsExactly(
            new GossipEvent.MessageReceived(START, new Sender.Named(at(8085)), "hello"),
            new GossipEvent.MessageReceived(START, new Sender.Unnamed(elsewhere), "hello"),
            new GossipEvent.MessageReceived(START, new Sender.Presumed(at(8081)), "hello"),
            new GossipEvent.MessageReceived(START, new Sender.Unnamed(loopback()), "hello"));
    assertThat(tested.engine.knownPeers().get(at(8081)).messages().received()).isEqualTo(1);
  }

  @Test
  void aRunIsTheSameForTheSameSeed() {
    assertThat(sentences(7)).isEqualTo(sentences(7)).isNotEqualTo(sentences(8));
  }
}
