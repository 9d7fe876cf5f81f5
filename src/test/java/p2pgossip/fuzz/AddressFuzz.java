package p2pgossip.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.peer.Target;

/// An address on the wire, and a target as a user writes it.
public final class AddressFuzz {

  private AddressFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, UTF_8);
    try {
      PeerAddress address = PeerAddress.parse(text);
      Must.beSame(address, PeerAddress.parse(address.toString()));
      Must.beSame(Optional.of(address), Target.parse(address.toString()).literal());
    } catch (IllegalArgumentException e) {
      Must.beOneLine(String.valueOf(e.getMessage()));
    }
    Target target;
    try {
      target = Target.parse(text);
    } catch (IllegalArgumentException e) {
      Must.beOneLine(String.valueOf(e.getMessage()));
      return;
    }
    Must.beSame(target, Target.parse(target.toString()));
    Optional<PeerAddress> _ = target.literal();
  }
}
