package p2pgossip.ui.graph.motion;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.ui.graph.motion.MovingMessage.Kind;
import p2pgossip.ui.graph.motion.MovingMessage.Stage;

/// The messages on their way, and how far each has come. Time passes only in [#advance], so tests
/// need no screen.
///
/// There are at most [#MAX_IN_AIR]: one more displaces the oldest. From half of that on, only every
/// third new one is shown, so that a heavy load thins out instead of slowing the screen down. Of
/// several that reach one peer at about the same time with the same outcome, one is shown.
final class MovingMessages {

  static final int MAX_IN_AIR = 400;

  private final ArrayDeque<MovingMessage> messages = new ArrayDeque<>();
  private final Map<Object, MovingMessage> open = new HashMap<>();
  private long offered;

  /// All that are drawn, the oldest first.
  Collection<MovingMessage> inAir() {
    return Collections.unmodifiableCollection(messages);
  }

  boolean isEmpty() {
    return messages.isEmpty();
  }

  /// A message sets off whose outcome is reported later, by its key.
  void sent(Kind kind, Object key, PeerAddress from, PeerAddress to) {
    MovingMessage message = new MovingMessage(kind, key, from, to);
    if (add(message)) {
      open.put(key, message);
    }
  }

  /// A message sets off that is known to arrive.
  void passed(Kind kind, PeerAddress from, PeerAddress to) {
    MovingMessage message = new MovingMessage(kind, null, from, to);
    message.deliver(true);
    add(message);
  }

  /// The message arrives.
  ///
  /// @param news whether it is news to its receiver
  /// @return false if it is not on its way
  boolean delivered(Object key, boolean news) {
    MovingMessage message = open.remove(key);
    if (message != null) {
      message.deliver(news);
    }
    return message != null;
  }

  /// The message fails.
  ///
  /// @return false if it is not on its way
  boolean failed(Object key) {
    MovingMessage message = open.remove(key);
    if (message != null) {
      message.fail();
    }
    return message != null;
  }

  /// Lets time pass.
  ///
  /// @param pace how fast messages travel; how they fade is not affected
  void advance(double seconds, double pace) {
    Set<Ending> ending = new HashSet<>();
    for (Iterator<MovingMessage> each = messages.iterator(); each.hasNext(); ) {
      MovingMessage message = each.next();
      message.advance(seconds, pace);
      boolean merged =
          message.stage() == Stage.ARRIVED
              && message.faded() < 0.5
              && !ending.add(new Ending(message.to(), message.kind(), message.isNews()));
      if (message.isOver() || merged) {
        each.remove();
        forget(message);
      }
    }
  }

  private record Ending(PeerAddress at, Kind kind, boolean news) {}

  private boolean add(MovingMessage message) {
    offered++;
    if (messages.size() >= MAX_IN_AIR / 2 && offered % 3 != 0) {
      return false;
    }
    if (messages.size() >= MAX_IN_AIR) {
      forget(messages.removeFirst());
    }
    messages.addLast(message);
    return true;
  }

  private void forget(MovingMessage message) {
    Object key = message.key();
    if (key != null) {
      open.remove(key, message);
    }
  }
}
