package p2pgossip.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import p2pgossip.net.Nonces.Verdict;

/// What is remembered of those who show a password, as time goes on.
class NoncesTest {

  private static final InetAddress SOMEBODY = InetAddress.ofLiteral("10.0.0.7");
  private static final InetAddress OTHER = InetAddress.ofLiteral("10.0.0.8");

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  @Test
  void aNonceIsGoodForFiveMinutesAndStaleAfterwards() {
    Nonces nonces = new Nonces(now::get);
    String nonce = nonces.next();
    assertThat(nonces.judge(nonce)).isEqualTo(Verdict.GOOD);
    pass(Duration.ofMinutes(5));
    assertThat(nonces.judge(nonce)).isEqualTo(Verdict.GOOD);
    pass(Duration.ofNanos(1));
    assertThat(nonces.judge(nonce)).isEqualTo(Verdict.STALE);
  }

  @Test
  void aNonceFromElsewhereIsForeign() {
    Nonces nonces = new Nonces(now::get);
    String other = new Nonces(now::get).next();
    assertThat(nonces.judge(other)).isEqualTo(Verdict.FOREIGN);
    assertThat(nonces.judge("")).isEqualTo(Verdict.FOREIGN);
    assertThat(nonces.judge("no base64!")).isEqualTo(Verdict.FOREIGN);
    assertThat(nonces.judge(nonces.next() + "AAAA")).isEqualTo(Verdict.FOREIGN);
  }

  @Test
  void noTwoNoncesAreTheSame() {
    Nonces nonces = new Nonces(now::get);
    assertThat(nonces.next()).isNotEqualTo(nonces.next());
  }

  @Test
  void ofThoseThatWereProvenTheOldestGiveWay() {
    Nonces nonces = new Nonces(now::get);
    nonces.prove("first");
    for (int i = 1; i < 4_096; i++) {
      nonces.prove("nonce " + i);
    }
    assertThat(nonces.isProven("first")).isTrue();
    nonces.prove("one more");
    assertThat(nonces.isProven("first")).isFalse();
    assertThat(nonces.isProven("one more")).isTrue();
  }

  @Test
  void whoeverHasComeBackIsRememberedUnlessWithANonceFromElsewhere() {
    Nonces nonces = new Nonces(now::get);
    String right = nonces.next();
    String wrong = nonces.next();
    String elsewhere = new Nonces(now::get).next();
    nonces.prove(right);
    nonces.tryOut(wrong);
    nonces.tryOut(elsewhere);
    assertThat(nonces.isUsed(right)).isTrue();
    assertThat(nonces.isUsed(wrong)).isTrue();
    assertThat(nonces.isProven(wrong)).isFalse();
    assertThat(nonces.isUsed(elsewhere)).isFalse();
    assertThat(nonces.isUsed(nonces.next())).isFalse();
  }

  @Test
  void wrongTriesAreAnsweredLaterEachTimeAndForgottenAfterAMinute() {
    WrongTries tries = new WrongTries(now::get);
    assertThat(tries.add(SOMEBODY)).isEqualTo(Duration.ofMillis(250));
    assertThat(tries.add(SOMEBODY)).isEqualTo(Duration.ofMillis(500));
    assertThat(tries.add(OTHER)).isEqualTo(Duration.ofMillis(250));
    pass(Duration.ofMinutes(1));
    assertThat(tries.add(SOMEBODY)).isEqualTo(Duration.ofMillis(250));
  }

  @Test
  void afterFiveWrongTriesNoMoreAreTakenForAMinute() {
    WrongTries tries = new WrongTries(now::get);
    for (int i = 1; i <= 5; i++) {
      assertThat(tries.turnedAwayFor(SOMEBODY)).isZero();
      tries.add(SOMEBODY);
    }
    assertThat(tries.turnedAwayFor(SOMEBODY)).isEqualTo(Duration.ofMinutes(1));
    assertThat(tries.turnedAwayFor(OTHER)).isZero();
    pass(Duration.ofSeconds(59));
    assertThat(tries.turnedAwayFor(SOMEBODY)).isEqualTo(Duration.ofSeconds(1));
    pass(Duration.ofSeconds(1));
    assertThat(tries.turnedAwayFor(SOMEBODY)).isZero();
  }

  @Test
  void ofManyWhoGuessTheQuietestIsForgotten() {
    WrongTries tries = new WrongTries(now::get);
    for (int i = 1; i <= 5; i++) {
      tries.add(SOMEBODY);
    }
    for (int i = 0; i < 1_024; i++) {
      tries.add(InetAddress.ofLiteral("10.1." + i / 256 + "." + i % 256));
    }
    assertThat(tries.turnedAwayFor(SOMEBODY)).isZero();
  }
}
