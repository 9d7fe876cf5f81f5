package p2pgossip.net;

import io.undertow.server.HttpHandler;
import io.undertow.util.Headers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.ConduitReadableByteChannel;
import org.xnio.conduits.StreamSourceConduit;

/// Bodies in chunks. Undertow throws an [IllegalArgumentException] at a trailer whose name has
/// other characters than ASCII, where it throws an [IOException] at any other damage: here both are
/// the caller's fault.
final class ChunkedBodies {

  private ChunkedBodies() {}

  /// Has whoever reads a body be told by an [IOException] that it is damaged, in whatever way.
  static HttpHandler checked(HttpHandler next) {
    return exchange -> {
      if (exchange.getRequestHeaders().contains(Headers.TRANSFER_ENCODING)) {
        exchange.addRequestWrapper((factory, _) -> new Checked(factory.create()));
      }
      next.handleRequest(exchange);
    };
  }

  private static final class Checked extends AbstractStreamSourceConduit<StreamSourceConduit> {

    private Checked(StreamSourceConduit next) {
      super(next);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      try {
        return super.read(target);
      } catch (IllegalArgumentException e) {
        throw damaged(e);
      }
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
      try {
        return super.read(targets, offset, length);
      } catch (IllegalArgumentException e) {
        throw damaged(e);
      }
    }

    private static IOException damaged(IllegalArgumentException cause) {
      return new IOException("a chunked body with a damaged trailer", cause);
    }

    @Override
    public long transferTo(long position, long count, FileChannel target) throws IOException {
      return target.transferFrom(new ConduitReadableByteChannel(this), position, count);
    }

    @Override
    public long transferTo(long count, ByteBuffer through, StreamSinkChannel target)
        throws IOException {
      return IoUtils.transfer(new ConduitReadableByteChannel(this), count, through, target);
    }
  }
}
