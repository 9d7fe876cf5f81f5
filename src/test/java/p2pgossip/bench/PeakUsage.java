package p2pgossip.bench;

import java.io.IOException;
import java.time.Duration;

/// The peak resource use of a process, read ten times a second until this is closed.
final class PeakUsage implements AutoCloseable {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final ProcessUsage usage;
  private final Thread thread = Thread.ofPlatform().daemon().name("peak").unstarted(this::look);
  private volatile boolean closed;
  private volatile long residentMebibytes;
  private volatile int threads;
  private volatile int openFiles;

  PeakUsage(ProcessUsage usage) {
    this.usage = usage;
    thread.start();
  }

  long residentMebibytes() {
    return residentMebibytes;
  }

  int threads() {
    return threads;
  }

  int openFiles() {
    return openFiles;
  }

  private void look() {
    try {
      while (!closed) {
        residentMebibytes = Math.max(residentMebibytes, usage.residentMebibytes());
        threads = Math.max(threads, usage.threads());
        openFiles = Math.max(openFiles, usage.openFiles());
        Waiting.pause(BETWEEN_LOOKS);
      }
    } catch (IOException e) {
      // The process has ended.
      return;
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
