package p2pgossip.multicast;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends to the group of multicast DNS on every local network, and receives what is sent there by
/// machines of these networks. Thread-safe.
final class MulticastLink implements AutoCloseable {

  /// Where multicast DNS takes place (RFC 6762, section 3).
  static final int PORT = 5353;

  private static final InetAddress GROUP = InetAddress.ofLiteral("224.0.0.251");

  /// Every router would drop it anyway.
  private static final int HOPS = 255;

  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(200);

  private static final Logger LOG = LoggerFactory.getLogger(MulticastLink.class);

  private final DatagramChannel channel;
  private final Supplier<List<NetworkInterface>> networks;
  private final InstantSource clock;
  private final InetSocketAddress group;
  private volatile List<NetworkInterface> joined = List.of();

  /// Told on a thread of the link, one message after the other. It must return soon.
  interface Receiver {
    void received(InetAddress from, byte[] message);
  }

  private MulticastLink(
      DatagramChannel channel,
      int port,
      Supplier<List<NetworkInterface>> networks,
      InstantSource clock) {
    this.channel = channel;
    this.networks = networks;
    this.clock = clock;
    group = new InetSocketAddress(GROUP, port);
  }

  /// Opens a link. What comes waits until [#listen] is called.
  ///
  /// @param port that all programs on this machine share; 0 takes a free one
  /// @param networks lists the interfaces; asked again and again, because they come and go
  /// @throws IOException when that is not possible, with a reason for the user
  static MulticastLink open(
      int port, Supplier<List<NetworkInterface>> networks, InstantSource clock) throws IOException {
    DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET);
    try {
      channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      if (channel.supportedOptions().contains(StandardSocketOptions.SO_REUSEPORT)) {
        channel.setOption(StandardSocketOptions.SO_REUSEPORT, true);
      }
      channel.setOption(StandardSocketOptions.IP_MULTICAST_TTL, HOPS);
      channel.bind(new InetSocketAddress(port));
      int bound = ((InetSocketAddress) channel.getLocalAddress()).getPort();
      MulticastLink link = new MulticastLink(channel, bound, networks, clock);
      link.joinNew();
      if (link.joined.isEmpty()) {
        throw new IOException(
            "this machine is in no network in which classes can be announced; connect it to the"
                + " network of the class");
      }
      return link;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  int port() {
    return group.getPort();
  }

  /// Hands on what comes from now on. Called once.
  void listen(Receiver receiver) {
    Thread.ofPlatform().daemon().name("classes-heard").start(() -> receive(receiver));
  }

  /// Sends on every network. Says nothing if a network is gone: it may be back the next time.
  synchronized void send(byte[] message) {
    if (!channel.isOpen()) {
      return;
    }
    joinNew();
    for (NetworkInterface network : joined) {
      try {
        channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, network);
        channel.send(ByteBuffer.wrap(message), group);
      } catch (ClosedChannelException e) {
        return;
      } catch (IOException e) {
        LOG.debug("Nothing could be sent on {}", network, e);
      }
    }
  }

  private synchronized void joinNew() {
    List<NetworkInterface> now = new ArrayList<>();
    for (NetworkInterface network : networks.get()) {
      try {
        // Joining again does nothing.
        channel.join(GROUP, network);
        now.add(network);
      } catch (IOException | RuntimeException e) {
        LOG.debug("{} can't be joined", network, e);
      }
    }
    joined = List.copyOf(now);
  }

  private void receive(Receiver receiver) {
    Intake intake = new Intake();
    ByteBuffer buffer = ByteBuffer.allocate(ServiceMessages.LONGEST + 1);
    while (channel.isOpen()) {
      try {
        buffer.clear();
        InetSocketAddress from = (InetSocketAddress) channel.receive(buffer);
        buffer.flip();
        if (from != null
            && buffer.remaining() <= ServiceMessages.LONGEST
            && intake.takes(from.getAddress(), clock.instant())
            && LocalNetworks.isIn(joined, from.getAddress())) {
          byte[] message = new byte[buffer.remaining()];
          buffer.get(message);
          receiver.received(from.getAddress(), message);
        }
      } catch (ClosedChannelException e) {
        return;
      } catch (IOException e) {
        LOG.debug("A message could not be received", e);
        // It may not work the next time either, and must not keep a processor busy.
        LockSupport.parkNanos(PAUSE_AFTER_FAILURE.toNanos());
      } catch (RuntimeException e) {
        // One bad message must not make this peer deaf to the others.
        LOG.warn("A message about classes could not be dealt with", e);
      }
    }
  }

  /// Stops to listen, at once. Idempotent.
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.debug("The link could not be closed", e);
    }
  }
}
