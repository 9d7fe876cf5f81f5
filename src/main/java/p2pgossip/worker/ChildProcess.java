package p2pgossip.worker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A process that says something line by line. It may take what this process keeps open as its
/// standard input for a sign that this one lives. What is read ahead of it is bounded: then it has
/// to wait. Used by one thread.
final class ChildProcess implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ChildProcess.class);

  private static final int LINES_AHEAD = 4;
  private static final int ERRORS_KEPT = 4_096;

  /// The status of a JVM with `-XX:+ExitOnOutOfMemoryError`.
  private static final int OUT_OF_MEMORY = 3;

  /// What a process ends with that was killed by signal 9.
  private static final int KILLED = 128 + 9;

  /// What stands in the queue.
  private sealed interface Said {}

  private record Line(String text) implements Said {}

  /// Nothing more comes.
  ///
  /// @param trouble in words; empty where the process has said all that it had to say
  private record End(String trouble) implements Said {}

  private final Process process;
  private final int longest;
  private final BlockingQueue<Said> said = new ArrayBlockingQueue<>(LINES_AHEAD);
  private final Thread listening;
  private final Thread errors;
  private @Nullable End end;

  // Guarded by this.
  private byte[] lastErrors = {};

  private ChildProcess(Process process, int longest) {
    this.process = process;
    this.longest = longest;
    listening = Thread.ofPlatform().daemon().name("child-output").start(this::listen);
    errors = Thread.ofPlatform().daemon().name("child-errors").start(this::keepErrors);
  }

  /// @param command program and arguments
  /// @param longest bytes of a line; a process that says more at a time is not listened to further
  /// @throws IOException when it can't be started
  static ChildProcess start(List<String> command, int longest) throws IOException {
    return new ChildProcess(new ProcessBuilder(command).start(), longest);
  }

  /// The next line; null once nothing more comes.
  @Nullable String next() throws InterruptedException {
    if (end != null) {
      return null;
    }
    return switch (said.take()) {
      case Line(String text) -> text;
      case End it -> {
        end = it;
        yield null;
      }
    };
  }

  /// Waits for the next line, but not for long.
  ///
  /// @return empty if none came in time, or nothing more comes
  Optional<String> next(Duration atMost) throws InterruptedException {
    if (end != null) {
      return Optional.empty();
    }
    return switch (said.poll(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
      case null -> Optional.empty();
      case Line(String text) -> Optional.of(text);
      case End it -> {
        end = it;
        yield Optional.empty();
      }
    };
  }

  /// Whether nothing more comes.
  boolean isOver() {
    return end != null;
  }

  /// Closes what it has as its standard input, by which it knows that it is to end, and waits for
  /// that. What it still says is dropped.
  ///
  /// @param patience after which it is ended at once
  void end(Duration patience) throws InterruptedException {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      LOG.trace("It has ended already", e);
    }
    long until = System.nanoTime() + patience.toNanos();
    while (!isOver() && System.nanoTime() < until) {
      Optional<String> _ = next(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
    }
    if (!process.waitFor(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS)) {
      close();
      int _ = process.waitFor();
    }
  }

  /// Waits for its end.
  ///
  /// @return what it died of, as a sentence; empty if it ended well
  String ending() throws InterruptedException {
    if (end != null && !end.trouble().isEmpty()) {
      return end.trouble();
    }
    int status = process.waitFor();
    errors.join();
    return switch (status) {
      case 0 -> "";
      case OUT_OF_MEMORY ->
          "The process that made the runs ran out of memory. Take fewer peers, or a sparser"
              + " network.";
      case KILLED ->
          "The process that made the runs was killed, perhaps by the system for want of memory.";
      default ->
          "The process that made the runs ended with status %s%s."
              .formatted(status, lastWords().isEmpty() ? "" : ": " + lastWords());
    };
  }

  /// The last line of its standard error, without a full stop.
  private synchronized String lastWords() {
    String text = new String(lastErrors, StandardCharsets.UTF_8).strip();
    String last = text.substring(text.lastIndexOf('\n') + 1).strip();
    return last.endsWith(".") ? last.substring(0, last.length() - 1) : last;
  }

  long pid() {
    return process.pid();
  }

  private void listen() {
    String trouble = "";
    try (InputStream in = process.getInputStream()) {
      trouble = listen(in);
    } catch (IOException e) {
      LOG.trace("It was ended while it spoke", e);
    } catch (InterruptedException e) {
      LOG.trace("Nobody listens any more", e);
      return;
    }
    try {
      said.put(new End(trouble));
    } catch (InterruptedException e) {
      LOG.trace("Nobody listens any more", e);
    }
  }

  private String listen(InputStream in) throws IOException, InterruptedException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    byte[] part = new byte[1 << 13];
    for (int read = in.read(part); read >= 0; read = in.read(part)) {
      int begin = 0;
      for (int at = 0; at < read; at++) {
        if (part[at] == '\n') {
          line.write(part, begin, at - begin);
          said.put(new Line(line.toString(StandardCharsets.UTF_8)));
          line.reset();
          begin = at + 1;
        }
      }
      line.write(part, begin, read - begin);
      if (line.size() > longest) {
        return "The process that made the runs said more at a time than any run can be.";
      }
    }
    return "";
  }

  private void keepErrors() {
    try (InputStream in = process.getErrorStream()) {
      byte[] part = new byte[1 << 10];
      for (int read = in.read(part); read >= 0; read = in.read(part)) {
        keep(part, read);
      }
    } catch (IOException e) {
      LOG.trace("It was ended while it complained", e);
    }
  }

  private synchronized void keep(byte[] part, int count) {
    int kept = Math.min(lastErrors.length, ERRORS_KEPT - Math.min(count, ERRORS_KEPT));
    byte[] all = new byte[kept + count];
    System.arraycopy(lastErrors, lastErrors.length - kept, all, 0, kept);
    System.arraycopy(part, 0, all, kept, count);
    lastErrors = all;
  }

  /// Ends it at once. Idempotent.
  @Override
  public void close() {
    var _ = process.destroyForcibly();
    listening.interrupt();
  }
}
