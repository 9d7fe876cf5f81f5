package p2pgossip.net;

import io.undertow.connector.PooledByteBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.Buffers;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.StreamSourceConduit;

/// A connection of which something has been read already; that is read first again. Used by one
/// thread.
final class BegunConduit extends AbstractStreamSourceConduit<StreamSourceConduit> {

  private @Nullable PooledByteBuffer begun;

  /// @param begun returned to its pool when it has been read, or will never be
  BegunConduit(StreamSourceConduit rest, PooledByteBuffer begun) {
    super(rest);
    this.begun = begun;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    PooledByteBuffer first = begun;
    if (first == null) {
      return super.read(target);
    }
    int count = Buffers.copy(target, first.getBuffer());
    giveBackIfRead(first);
    return count;
  }

  @Override
  public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
    PooledByteBuffer first = begun;
    if (first == null) {
      return super.read(targets, offset, length);
    }
    long count = Buffers.copy(targets, offset, length, first.getBuffer());
    giveBackIfRead(first);
    return count;
  }

  private void giveBackIfRead(PooledByteBuffer first) {
    if (!first.getBuffer().hasRemaining()) {
      begun = null;
      first.close();
    }
  }

  @Override
  public long transferTo(long position, long count, FileChannel target) {
    throw new UnsupportedOperationException("an encrypted connection can't be read into a file");
  }

  @Override
  public long transferTo(long count, ByteBuffer through, StreamSinkChannel target) {
    throw new UnsupportedOperationException("an encrypted connection can't be forwarded");
  }

  @Override
  public void resumeReads() {
    if (begun == null) {
      super.resumeReads();
    } else {
      // The bytes that were read already must be delivered even if the network sends nothing more.
      super.wakeupReads();
    }
  }

  @Override
  public void awaitReadable() throws IOException {
    if (begun == null) {
      super.awaitReadable();
    }
  }

  @Override
  public void awaitReadable(long time, TimeUnit unit) throws IOException {
    if (begun == null) {
      super.awaitReadable(time, unit);
    }
  }

  @Override
  public void terminateReads() throws IOException {
    PooledByteBuffer first = begun;
    begun = null;
    if (first != null) {
      first.close();
    }
    super.terminateReads();
  }
}
