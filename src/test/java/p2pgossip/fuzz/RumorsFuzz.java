package p2pgossip.fuzz;

import p2pgossip.gossip.Digest;
import p2pgossip.gossip.Reply;
import p2pgossip.wire.ExchangeJson;
import p2pgossip.wire.WireException;

/// The answer to `POST /rumors`.
public final class RumorsFuzz {

  private RumorsFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    Reply.Exchanged read;
    try {
      read = ExchangeJson.readAnswer(input);
    } catch (WireException e) {
      Must.beOneLine(e.reason());
      return;
    }
    Must.beAtMost(ExchangeJson.MOST_COPIES, read.copies().size());
    Must.beAtMost(Digest.MOST, read.wanted().size());
    Must.beAtMost(ExchangeJson.LARGEST_ANSWER, ExchangeJson.writeAnswer(read).length);
    // The input may take more bytes when it is written again, and is then cut.
    if (input.length > 8_192) {
      return;
    }
    try {
      byte[] written = ExchangeJson.writeAnswer(read);
      Must.beSame(read, ExchangeJson.readAnswer(written));
    } catch (WireException e) {
      throw Must.beReadAgain(e);
    }
  }
}
