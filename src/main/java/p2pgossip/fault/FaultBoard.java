package p2pgossip.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import p2pgossip.gossip.PeerAddress;

/// The faults in force for the peers of one network. Thread-safe.
public final class FaultBoard {

  private static final Logger LOG = LoggerFactory.getLogger(FaultBoard.class);

  private final List<Consumer<FaultSet>> listeners = new CopyOnWriteArrayList<>();

  /// Held while listeners are called, so that they hear of the changes in order.
  private final Object order = new Object();

  private volatile FaultSet inForce = FaultSet.NONE;

  /// The faults in force now.
  public FaultSet inForce() {
    return inForce;
  }

  /// Puts a fault in force. Does nothing where it is in force already.
  ///
  /// @return whether it was not in force before
  public boolean begin(Fault<PeerAddress> fault) {
    return change(
        faults -> {
          if (!faults.contains(fault)) {
            faults.add(fault);
          }
          return faults;
        });
  }

  /// @return whether it was in force before
  public boolean end(Fault<PeerAddress> fault) {
    return change(
        faults -> {
          faults.remove(fault);
          return faults;
        });
  }

  /// @return whether any was in force before
  public boolean endAll() {
    return change(_ -> List.of());
  }

  /// Ends those that concern any of these peers.
  ///
  /// @return whether any was in force before
  public boolean endAllOf(Set<PeerAddress> peers) {
    return change(
        faults -> {
          faults.removeIf(fault -> fault.concerns(peers));
          return faults;
        });
  }

  /// Calls `listener` for every change, one after another, on the thread that makes the change. The
  /// listener must return soon and must not begin or end faults.
  ///
  /// @return ends that when closed; idempotent
  public Subscription listen(Consumer<FaultSet> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private boolean change(UnaryOperator<List<Fault<PeerAddress>>> edit) {
    synchronized (order) {
      FaultSet before = inForce;
      FaultSet now = new FaultSet(edit.apply(new ArrayList<>(before.faults())));
      if (now.equals(before)) {
        return false;
      }
      inForce = now;
      for (Consumer<FaultSet> listener : listeners) {
        try {
          listener.accept(now);
        } catch (RuntimeException e) {
          LOG.error("A listener failed on {}", now, e);
        }
      }
      return true;
    }
  }

  /// Ends the calls of a listener.
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
