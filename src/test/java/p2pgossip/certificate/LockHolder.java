package p2pgossip.certificate;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;

/// A process that locks a file and never releases it.
final class LockHolder {

  private LockHolder() {}

  public static void main(String[] files) throws IOException, InterruptedException {
    try (FileChannel channel =
            FileChannel.open(
                Path.of(files[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      System.out.println(lock.isValid() ? "locked" : "not locked");
      new CountDownLatch(1).await();
    }
  }
}
