package p2pgossip.fuzz;

import p2pgossip.gossip.Digest;
import p2pgossip.wire.ExchangeJson;
import p2pgossip.wire.WireException;

/// The body of `POST /rumors`.
public final class QuestionFuzz {

  private QuestionFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    ExchangeJson.Question read;
    try {
      read = ExchangeJson.readQuestion(input);
    } catch (WireException e) {
      Must.beOneLine(e.reason());
      return;
    }
    Must.beAtMost(Digest.MOST, read.digest().have().size());
    if (input.length > ExchangeJson.LARGEST_QUESTION) {
      return;
    }
    try {
      byte[] written = ExchangeJson.writeQuestion(read.from(), read.digest());
      Must.beSame(read, ExchangeJson.readQuestion(written));
    } catch (WireException e) {
      throw Must.beReadAgain(e);
    }
  }
}
