package p2pgossip.net.password;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.net.password.Introductions.CALLED;
import static p2pgossip.net.password.Introductions.CALLER;
import static p2pgossip.net.password.Introductions.PASSWORD;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.Failure;

class CredentialsTest {

  private static final Failure WRONG = new Failure(Failure.Kind.UNAUTHORIZED, "wrong");
  private static final String ONE = "SHA256:one";
  private static final String OTHER = "SHA256:other";

  private final AtomicLong now = new AtomicLong(5);
  private final Credentials caller = new Credentials(CALLER, Set.of(), PASSWORD, now::get);
  private final Credentials called = new Credentials(CALLED, Set.of(), PASSWORD, now::get);

  private CallersSession meet(String fingerprint) {
    LocalPeers peers = new LocalPeers(fingerprint);
    peers.add(CALLED, called);
    return peers.meet(caller, CALLED, fingerprint);
  }

  @Test
  void aSessionIsForOneCertificateOnly() {
    CallersSession session = meet(ONE);
    assertThat(caller.sessionWith(CALLED, ONE)).isSameAs(session);
    assertThat(caller.sessionWith(CALLED, OTHER)).isNull();
    assertThat(caller.sessionWith(CALLED, "")).isNull();
  }

  @Test
  void peersOfOneProcessMeetOnlyWithTheSamePasswordAndTheirOwnCertificate() {
    LocalPeers peers = new LocalPeers(ONE);
    peers.add(CALLED, called);
    assertThat(peers.meet(caller, CALLED, OTHER)).isNull();
    called.set(Password.of("open barley"));
    assertThat(peers.meet(caller, CALLED, ONE)).isNull();
    called.set(PASSWORD);
    assertThat(peers.meet(caller, CALLED, ONE)).isNotNull();
    peers.remove(CALLED, called);
    assertThat(peers.meet(caller, CALLED, ONE)).isNull();
    assertThat(peers.meet(Credentials.none(), CALLED, ONE)).isNull();
  }

  @Test
  void allSessionsEndWhenThePasswordChangesOnEitherSide() throws BadProof {
    meet("");
    RequestHead head = Introductions.head("GET", "/");
    CallersSession session = caller.sessionWith(CALLED, "");
    assertThat(session).isNotNull();
    Proof proof = session.prove(head, new byte[0]);
    CalledSession theirs = called.accepted(proof.session());
    assertThat(theirs).isNotNull();
    called.set(Password.of("open barley"));
    assertThat(theirs.takes(proof, head)).isFalse();
    assertThat(called.accepted(proof.session())).isNull();
    caller.set(Password.of("open barley"));
    assertThat(caller.sessionWith(CALLED, "")).isNull();
  }

  @Test
  void aPeerThatDoesNotReturnAProofGetsNoOtherTagBeforeAGrowingPause() {
    long[] pauses = {1, 2, 4, 8, 16, 32, 60, 60};
    for (long pause : pauses) {
      assertThat(caller.reasonToWait(CALLED)).isNull();
      caller.notMetYet(CALLED, PASSWORD, WRONG);
      now.addAndGet(Duration.ofSeconds(pause).toNanos() - 1);
      assertThat(caller.reasonToWait(CALLED)).isEqualTo(WRONG);
      now.addAndGet(1);
    }
    caller.notMetYet(CALLED, PASSWORD, WRONG);
    caller.met(meet(""), PASSWORD);
    assertThat(caller.reasonToWait(CALLED)).isNull();
    caller.notMetYet(CALLED, PASSWORD, WRONG);
    caller.set(Password.of("open barley"));
    assertThat(caller.reasonToWait(CALLED)).isNull();
  }
}
