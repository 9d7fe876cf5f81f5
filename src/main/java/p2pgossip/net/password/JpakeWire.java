package p2pgossip.net.password;

import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKECurve;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKECurves;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKERound1Payload;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKERound2Payload;
import org.bouncycastle.crypto.agreement.ecjpake.ECSchnorrZKP;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/// The messages of J-PAKE as bytes: points of P-256 uncompressed (SEC 1, section 2.3.3), numbers in
/// 32 bytes, nothing between them. A message of another length, a point that is not on the curve,
/// or a number not below its order is refused before anything is computed with it.
final class JpakeWire {

  static final ECJPAKECurve CURVE = ECJPAKECurves.NIST_P256;

  private static final int POINT = 65;
  private static final int NUMBER = 32;
  private static final int PROOF = POINT + NUMBER;
  private static final byte UNCOMPRESSED = 4;

  /// Two points, each with a proof that its logarithm is known.
  static final int ROUND_1 = 2 * (POINT + PROOF);

  /// One point, with its proof.
  static final int ROUND_2 = POINT + PROOF;

  /// Bouncy Castle makes and checks such proofs, but has no public way to read a received one.
  private static final MethodHandle READ_PROOF = proofConstructor();

  private JpakeWire() {}

  private static MethodHandle proofConstructor() {
    try {
      return MethodHandles.privateLookupIn(ECSchnorrZKP.class, MethodHandles.lookup())
          .findConstructor(
              ECSchnorrZKP.class,
              MethodType.methodType(void.class, ECPoint.class, BigInteger.class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "this version of Bouncy Castle has an unknown form of ECSchnorrZKP", e);
    }
  }

  static byte[] write(ECJPAKERound1Payload round) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(ROUND_1);
    write(out, round.getGx1(), round.getKnowledgeProofForX1());
    write(out, round.getGx2(), round.getKnowledgeProofForX2());
    return out.toByteArray();
  }

  static byte[] write(ECJPAKERound2Payload round) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(ROUND_2);
    write(out, round.getA(), round.getKnowledgeProofForX2s());
    return out.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, ECPoint point, ECSchnorrZKP proof) {
    out.writeBytes(point.getEncoded(false));
    out.writeBytes(proof.getV().getEncoded(false));
    out.writeBytes(BigIntegers.asUnsignedByteArray(NUMBER, proof.getr()));
  }

  /// @param by the participant's name of the sender
  static ECJPAKERound1Payload readRound1(byte[] bytes, String by) throws BadProof {
    requireLength(bytes, ROUND_1);
    return new ECJPAKERound1Payload(
        by,
        point(bytes, 0),
        point(bytes, POINT + PROOF),
        proof(bytes, POINT),
        proof(bytes, POINT + PROOF + POINT));
  }

  /// @param by the participant's name of the sender
  static ECJPAKERound2Payload readRound2(byte[] bytes, String by) throws BadProof {
    requireLength(bytes, ROUND_2);
    return new ECJPAKERound2Payload(by, point(bytes, 0), proof(bytes, POINT));
  }

  private static void requireLength(byte[] bytes, int length) throws BadProof {
    if (bytes.length != length) {
      throw new BadProof("it sent " + bytes.length + " bytes where " + length + " were expected");
    }
  }

  private static ECPoint point(byte[] bytes, int offset) throws BadProof {
    byte[] encoded = Arrays.copyOfRange(bytes, offset, offset + POINT);
    if (encoded[0] != UNCOMPRESSED) {
      throw new BadProof("it sent something other than an uncompressed point");
    }
    try {
      // Checks that both coordinates are in the field and the point is on the curve. The cofactor
      // is 1, so the point has the curve's order.
      return CURVE.getCurve().decodePoint(encoded);
    } catch (IllegalArgumentException e) {
      throw new BadProof("it sent a point that is not on P-256", e);
    }
  }

  private static ECSchnorrZKP proof(byte[] bytes, int offset) throws BadProof {
    ECPoint point = point(bytes, offset);
    BigInteger number = BigIntegers.fromUnsignedByteArray(bytes, offset + POINT, NUMBER);
    if (number.compareTo(CURVE.getN()) >= 0) {
      throw new BadProof("it sent a number that is not below the order of P-256");
    }
    try {
      return (ECSchnorrZKP) READ_PROOF.invoke(point, number);
    } catch (Throwable e) {
      throw new IllegalStateException("a proof could not be read", e);
    }
  }
}
