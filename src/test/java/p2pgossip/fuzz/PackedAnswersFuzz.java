package p2pgossip.fuzz;

import p2pgossip.wire.PackedAnswers;
import p2pgossip.wire.PackedAnswersJson;
import p2pgossip.wire.WireException;

/// What a student has answered, as it stands in a lab pack.
public final class PackedAnswersFuzz {

  private PackedAnswersFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    PackedAnswers read;
    try {
      read = PackedAnswersJson.read(input);
    } catch (WireException e) {
      Must.beOneLine(e.reason());
      return;
    }
    try {
      Must.beSame(read, PackedAnswersJson.read(PackedAnswersJson.write(read)));
    } catch (WireException e) {
      throw Must.beReadAgain(e);
    }
  }
}
