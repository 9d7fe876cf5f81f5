package p2pgossip.net.password;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.net.password.Introductions.bytes;
import static p2pgossip.net.password.Introductions.head;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SessionTest {

  private static final RequestHead HEAD =
      new RequestHead(
          "POST", "/message", "127.0.0.1:8080", "127.0.0.1:8081", "application/json", "");
  private static final byte[] BODY = bytes("{\"message\":\"the exam is at ten\"}");

  private CallersSession caller;
  private CalledSession called;

  @BeforeEach
  void meet() throws BadProof {
    Introductions.Met met = Introductions.meet();
    caller = met.caller();
    called = met.called();
  }

  @Test
  void aRequestIsAcceptedOnce() {
    Proof proof = caller.prove(HEAD, BODY);
    assertThat(called.takes(proof, HEAD)).isTrue();
    assertThat(CalledSession.isBodyOf(proof, BODY)).isTrue();
    assertThat(called.takes(proof, HEAD)).isFalse();
  }

  @Test
  void aProofSurvivesItsHeader() {
    Proof proof = caller.prove(HEAD, BODY);
    Proof read = Proof.read(proof.header());
    assertThat(read).isNotNull();
    assertThat(read.header()).isEqualTo(proof.header());
    assertThat(called.takes(read, HEAD)).isTrue();
  }

  static Stream<RequestHead> otherRequests() {
    return Stream.of(
        new RequestHead("PATCH", HEAD.target(), HEAD.host(), HEAD.from(), HEAD.contentType(), ""),
        new RequestHead("POST", "/leave", HEAD.host(), HEAD.from(), HEAD.contentType(), ""),
        new RequestHead("POST", "/message?x", HEAD.host(), HEAD.from(), HEAD.contentType(), ""),
        new RequestHead("POST", "/message", "127.0.0.1:8310", HEAD.from(), HEAD.contentType(), ""),
        new RequestHead("POST", "/message", HEAD.host(), "127.0.0.1:8082", HEAD.contentType(), ""),
        new RequestHead("POST", "/message", HEAD.host(), HEAD.from(), "text/plain", ""),
        new RequestHead(
            "POST", "/message", HEAD.host(), HEAD.from(), HEAD.contentType(), "SHA256:x"));
  }

  @ParameterizedTest
  @MethodSource("otherRequests")
  void aProofIsForOneRequestOnly(RequestHead other) {
    Proof proof = caller.prove(HEAD, BODY);
    assertThat(called.takes(proof, other)).isFalse();
    // The try elsewhere has not used it up.
    assertThat(called.takes(proof, HEAD)).isTrue();
  }

  @Test
  void aProofIsForOneBodyAndOneCounterOnly() {
    Proof proof = caller.prove(HEAD, BODY);
    byte[] other = bytes("{\"message\":\"the exam is cancelled\"}");
    assertThat(CalledSession.isBodyOf(proof, other)).isFalse();
    Proof withOther = new Proof(proof.session(), proof.counter(), Bytes.sha256(other), proof.mac());
    assertThat(called.takes(withOther, HEAD)).isFalse();
    Proof later = new Proof(proof.session(), proof.counter() + 1, proof.digest(), proof.mac());
    assertThat(called.takes(later, HEAD)).isFalse();
  }

  @Test
  void requestsMayOvertakeOneAnother() {
    Proof first = caller.prove(HEAD, BODY);
    Proof second = caller.prove(HEAD, BODY);
    assertThat(called.takes(second, HEAD)).isTrue();
    assertThat(called.takes(first, HEAD)).isTrue();
  }

  @Test
  void anAnswerIsForOneRequestAndWhole() {
    long counter = caller.prove(HEAD, BODY).counter();
    long next = caller.prove(HEAD, BODY).counter();
    byte[] answer = bytes("{\"message\":\"the exam is at ten\"}");
    String header = called.proveAnswer(counter, 200, "application/json", answer);
    assertThat(caller.isAnswer(counter, header, 200, "application/json", answer)).isTrue();
    assertThat(caller.isAnswer(next, header, 200, "application/json", answer)).isFalse();
    assertThat(caller.isAnswer(counter, header, 503, "application/json", answer)).isFalse();
    assertThat(caller.isAnswer(counter, header, 200, "text/plain", answer)).isFalse();
    assertThat(caller.isAnswer(counter, header, 200, null, answer)).isFalse();
    byte[] cut = java.util.Arrays.copyOf(answer, answer.length - 1);
    assertThat(caller.isAnswer(counter, header, 200, "application/json", cut)).isFalse();
    assertThat(caller.isAnswer(counter, null, 200, "application/json", answer)).isFalse();
    assertThat(caller.isAnswer(counter, "mac=\"\"", 200, "application/json", answer)).isFalse();
  }

  @Test
  void anAnswerWithoutABodyIsProvenToo() {
    long counter = caller.prove(head("HEAD", "/"), new byte[0]).counter();
    String header = called.proveAnswer(counter, 204, "", new byte[0]);
    assertThat(caller.isAnswer(counter, header, 204, null, new byte[0])).isTrue();
  }

  @Test
  void aRequestIsNoAnswerThoughItIsOfTheSameSession() {
    Proof proof = caller.prove(HEAD, BODY);
    String asAnswer = "mac=\"" + Bytes.base64(proof.mac()) + '"';
    assertThat(caller.isAnswer(proof.counter(), asAnswer, 200, "application/json", BODY)).isFalse();
  }

  @Test
  void eventsComeInTheirOrder() {
    long counter = caller.prove(head("GET", "/events"), new byte[0]).counter();
    byte[] data = bytes("{}");
    String mac = called.proveEvent(counter, 2, "state", data);
    assertThat(caller.isEvent(counter, 2, "state", data, mac)).isTrue();
    assertThat(caller.isEvent(counter, 1, "state", data, mac)).isFalse();
    assertThat(caller.isEvent(counter, 3, "state", data, mac)).isFalse();
    assertThat(caller.isEvent(counter, 2, "", data, mac)).isFalse();
    assertThat(caller.isEvent(counter, 2, "state", bytes("{ }"), mac)).isFalse();
    assertThat(caller.isEvent(counter + 1, 2, "state", data, mac)).isFalse();
    assertThat(caller.isEvent(counter, 2, "state", data, "")).isFalse();
    assertThat(caller.isEvent(counter, 2, "state", data, "?")).isFalse();
  }

  @Test
  void aSessionThatHasEndedAcceptsNothing() {
    called.end();
    assertThat(called.takes(caller.prove(HEAD, BODY), HEAD)).isFalse();
  }
}
