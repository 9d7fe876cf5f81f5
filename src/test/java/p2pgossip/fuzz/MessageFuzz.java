package p2pgossip.fuzz;

import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.Message;
import p2pgossip.wire.MessageJson;
import p2pgossip.wire.WireException;

/// The body of `POST /message`, and its answer.
public final class MessageFuzz {

  private MessageFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    Hearing _ = MessageJson.readEcho(input);
    Message read;
    try {
      read = MessageJson.read(input);
    } catch (WireException e) {
      Must.beOneLine(e.reason());
      return;
    }
    try {
      Must.beSame(read, MessageJson.read(MessageJson.write(read)));
      for (Hearing hearing : Hearing.values()) {
        byte[] echo = MessageJson.writeEcho(read, input, hearing);
        Must.beSame(new Message(read.text(), null), MessageJson.read(echo));
        Must.beSame(hearing, MessageJson.readEcho(echo));
      }
    } catch (WireException e) {
      throw Must.beReadAgain(e);
    }
  }
}
