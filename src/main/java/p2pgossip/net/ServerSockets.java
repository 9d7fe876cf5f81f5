package p2pgossip.net;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.StreamConnection;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;

/// The sockets of one server: the same port on one or more addresses.
final class ServerSockets {

  /// How many ports to try that are free at the first address but may be taken at another.
  private static final int TRIES = 20;

  private final List<AcceptingChannel<StreamConnection>> all;

  private ServerSockets(List<AcceptingChannel<StreamConnection>> all) {
    this.all = List.copyOf(all);
  }

  /// Binds a port at each address; does not accept callers yet.
  ///
  /// @param addresses at least one
  /// @param port 0 takes any that is free at all of them
  /// @throws BindException when one can't be bound, with a reason for the user; then none is
  static ServerSockets open(
      XnioWorker worker,
      List<InetAddress> addresses,
      int port,
      ChannelListener<AcceptingChannel<StreamConnection>> accept,
      OptionMap options)
      throws BindException {
    int tries = port == 0 && addresses.size() > 1 ? TRIES : 1;
    for (int left = tries - 1; ; left--) {
      List<AcceptingChannel<StreamConnection>> opened = new ArrayList<>();
      int wanted = port;
      for (InetAddress address : addresses) {
        try {
          AcceptingChannel<StreamConnection> socket =
              worker.createStreamConnectionServer(
                  new InetSocketAddress(address, wanted), accept, options);
          opened.add(socket);
          wanted = socket.getLocalAddress(InetSocketAddress.class).getPort();
        } catch (IOException e) {
          opened.forEach(IoUtils::safeClose);
          if (left == 0 || opened.isEmpty()) {
            throw BindFailure.inWords(address, wanted, e);
          }
          break;
        }
      }
      if (opened.size() == addresses.size()) {
        return new ServerSockets(opened);
      }
    }
  }

  /// Accepts callers from now on.
  void accept() {
    all.forEach(AcceptingChannel::resumeAccepts);
  }

  /// The first of them.
  InetSocketAddress address() {
    return all.getFirst().getLocalAddress(InetSocketAddress.class);
  }

  /// Frees the port. Idempotent.
  void close() {
    all.forEach(IoUtils::safeClose);
  }
}
