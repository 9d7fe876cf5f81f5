package p2pgossip.net.password;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKEParticipant;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.util.BigIntegers;

/// One side of J-PAKE over the elliptic curve P-256 with SHA-256 (RFC 8236, section 3), with
/// messages as bytes. Costs milliseconds of arithmetic. For one thread at a time, and for one
/// introduction: a failed step ends it.
final class Jpake {

  private static final int SHARED_BYTES = 32;
  private static final int KEYS_BYTES = 4 * Keys.BYTES;
  private static final byte[] PURPOSE = "p2pgossip/1.1 keys".getBytes(StandardCharsets.US_ASCII);

  private final Meeting meeting;
  private final String other;
  private final ECJPAKEParticipant participant;

  private Jpake(Password password, Meeting meeting, String own, String other, SecureRandom random) {
    this.meeting = meeting;
    this.other = other;
    participant =
        new ECJPAKEParticipant(
            own, password.secret(), JpakeWire.CURVE, SHA256Digest.newInstance(), random);
  }

  static Jpake ofCaller(Password password, Meeting meeting, SecureRandom random) {
    return new Jpake(password, meeting, meeting.callerName(), meeting.calledName(), random);
  }

  static Jpake ofCalled(Password password, Meeting meeting, SecureRandom random) {
    return new Jpake(password, meeting, meeting.calledName(), meeting.callerName(), random);
  }

  byte[] round1() {
    return JpakeWire.write(participant.createRound1PayloadToSend());
  }

  /// Checks the form of a first message, without costly arithmetic.
  void requireRound1(byte[] bytes) throws BadProof {
    JpakeWire.readRound1(bytes, other);
  }

  void takeRound1(byte[] bytes) throws BadProof {
    try {
      participant.validateRound1PayloadReceived(JpakeWire.readRound1(bytes, other));
    } catch (CryptoException e) {
      throw new BadProof("its first message proves nothing", e);
    }
  }

  byte[] round2() {
    return JpakeWire.write(participant.createRound2PayloadToSend());
  }

  void takeRound2(byte[] bytes) throws BadProof {
    try {
      participant.validateRound2PayloadReceived(JpakeWire.readRound2(bytes, other));
    } catch (CryptoException e) {
      throw new BadProof("its second message proves nothing", e);
    }
  }

  /// The keys, which are equal on both sides if both used the same password: HKDF with SHA-256 (RFC
  /// 5869) of J-PAKE's result, with the whole dialogue as salt.
  ///
  /// @param callersRound1 as sent over the wire, like the others
  Keys agree(byte[] callersRound1, byte[] calledRound1, byte[] calledRound2, byte[] callersRound2) {
    BigInteger shared = participant.calculateKeyingMaterial();
    byte[] said =
        new Bytes()
            .with(meeting.callerName())
            .with(meeting.calledName())
            .with(callersRound1)
            .with(calledRound1)
            .with(calledRound2)
            .with(callersRound2)
            .sha256();
    try {
      byte[] derived =
          KDF.getInstance("HKDF-SHA256")
              .deriveData(
                  HKDFParameterSpec.ofExtract()
                      .addIKM(BigIntegers.asUnsignedByteArray(SHARED_BYTES, shared))
                      .addSalt(said)
                      .thenExpand(PURPOSE, KEYS_BYTES));
      return Keys.of(derived);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK from 25 on has HKDF-SHA256", e);
    }
  }
}
