package p2pgossip.gossip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PendingRequestsTest {

  private static final int RUMORS = 3;

  private final SplittableRandom random = new SplittableRandom(4);
  private final PendingRequests pending = new PendingRequests();

  /// What is pending, kept in the plainest way.
  private final Map<List<Object>, Outgoing> expected = new HashMap<>();

  private final Map<Outgoing, Copy> copies = new HashMap<>();

  @Test
  void whateverComesAndGoesOneOfEachKindIsPendingToAPeer() {
    List<Outgoing> begun = new ArrayList<>();
    for (int step = 0; step < 50_000; step++) {
      // Few at first, then many at a time.
      int peers = 1 + step / 200;
      if (random.nextInt(100) < 60) {
        begin(random.nextInt(peers), begun);
      } else if (!begun.isEmpty()) {
        end(begun.remove(random.nextInt(begun.size())));
      }
    }
    begun.forEach(this::end);
    assertThat(expected).isEmpty();
  }

  private void begin(int peer, List<Outgoing> begun) {
    PeerAddress to = TestedEngine.at(1 + peer);
    Copy copy = copy(random.nextInt(RUMORS));
    boolean named = random.nextBoolean();
    Request request =
        switch (random.nextInt(4)) {
          case 0 -> new Request.Handshake(to);
          case 1 -> new Request.AskKnownPeers(to);
          case 2 -> new Request.Tell(to, new Message("so it is", null));
          default ->
              new Request.Tell(
                  to, named ? Message.passing(copy, null) : new Message("a copy", null));
        };
    Copy carried =
        request instanceof Request.Tell(var _, var message) && !message.text().equals("so it is")
            ? copy
            : null;
    List<Object> slot =
        List.of(request.getClass(), to, carried == null ? "none" : carried.rumor().id());

    Outgoing outgoing = pending.begin(request, carried);

    if (expected.containsKey(slot)) {
      assertThat(outgoing).isNull();
    } else {
      assertThat(outgoing).isNotNull();
      expected.put(slot, outgoing);
      begun.add(outgoing);
      if (carried != null) {
        copies.put(outgoing, carried);
      }
    }
  }

  private void end(Outgoing outgoing) {
    @Nullable Copy copy = pending.end(outgoing);

    assertThat(copy).isEqualTo(copies.remove(outgoing));
    assertThat(pending.end(outgoing)).isNull();
    expected.values().remove(outgoing);
  }

  private static Copy copy(int rumor) {
    RumorId id = new RumorId("number-" + rumor);
    return new Copy(new Rumor(id, TestedEngine.SELF, TestedEngine.START, "a copy"), 1, 1);
  }
}
