package p2pgossip.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import p2pgossip.gossip.Fingerprint;

class FingerprintBoxTest {

  @Test
  void showsTheDigitsInLinesOfFourGroups() {
    Fingerprint fingerprint = new Fingerprint("SHA256:abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ");

    assertThat(FingerprintBox.grouped(fingerprint))
        .isEqualTo("abcd efgh ijkl mnop\nqrst uvwx yzAB CDEF\nGHIJ KLMN OPQ");
  }
}
