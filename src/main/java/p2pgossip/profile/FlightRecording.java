package p2pgossip.profile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Configuration;
import jdk.jfr.FlightRecorder;
import jdk.jfr.FlightRecorderListener;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;

/// A recording by the JVM's Flight Recorder of everything that this process does, from [#begin] to
/// [#close], with the events of this package and those of the JVM. Written once, at the end, even
/// if the process is told to end.
public final class FlightRecording implements AutoCloseable {

  /// The JDK's settings for profiling a program for some minutes.
  private static final String SETTINGS = "profile";

  /// Events of the JVM that may hold a password: the environment, system properties, and the
  /// command lines of all processes.
  private static final List<String> SECRET =
      List.of(
          "jdk.InitialEnvironmentVariable",
          "jdk.InitialSystemProperty",
          "jdk.JVMInformation",
          "jdk.SystemProcess");

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  /// The oldest part of a longer recording is dropped.
  private static final long MOST_BYTES = 256L * 1024 * 1024;

  private static final int MAGIC = 'F' << 24 | 'L' << 16 | 'R' << 8;
  private static final int SIZE_AT = 8;
  private static final int HEADER_BYTES = 16;

  /// How long to wait for the JVM if it writes the recording itself.
  private static final Duration LONGEST_WRITING = Duration.ofSeconds(30);

  private final Recording recording;
  private final Path file;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final FlightRecorderListener listener =
      new FlightRecorderListener() {
        @Override
        public void recordingStateChanged(Recording changed) {
          if (changed == recording && changed.getState() == RecordingState.CLOSED) {
            closed.countDown();
          }
        }
      };

  private FlightRecording(Recording recording, Path file) {
    this.recording = recording;
    this.file = file;
    FlightRecorder.addListener(listener);
  }

  /// Begins to record. Creates the file at once, so that an obstacle shows now and not when
  /// everything has been recorded; an existing file is overwritten.
  ///
  /// @throws IOException when it can't be written, saying what to do
  public static FlightRecording begin(Path file) throws IOException {
    requireWritable(file);
    Recording recording;
    try {
      recording = new Recording(Configuration.getConfiguration(SETTINGS));
    } catch (ParseException | IOException | IllegalStateException e) {
      throw new IOException(
          "this Java can't make flight recordings ("
              + e.getMessage()
              + "); use a full JDK, or leave the flag out",
          e);
    }
    try {
      makePrivate(file);
      recording.setName("p2pgossip");
      SECRET.forEach(recording::disable);
      recording.setToDisk(true);
      recording.setMaxSize(MOST_BYTES);
      // If the process is told to end, a hook of the JVM's writes it: see #close.
      recording.setDumpOnExit(true);
      recording.setDestination(file);
      recording.start();
      makeTemporaryFolderPrivate();
    } catch (IOException e) {
      recording.close();
      throw new IOException(unwritable(file), e);
    }
    return new FlightRecording(recording, file);
  }

  private static void requireWritable(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(
          "\"%s\" is a folder; name a file, such as %s"
              .formatted(file, file.resolve("p2pgossip.jfr")));
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IOException(
          "\"%s\" can't be written, since there is no folder \"%s\"; make it, or name another file"
              .formatted(file, folder));
    }
    if (!Files.isWritable(Files.exists(file) ? file : folder)) {
      throw new IOException(unwritable(file));
    }
  }

  /// The file holds what peers say to each other: it is for its owner alone, even if it existed
  /// before.
  private static void makePrivate(Path file) throws IOException {
    if (!knowsOwners(file)) {
      return;
    }
    if (!Files.exists(file)) {
      Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    } else if (Files.isRegularFile(file)) {
      Files.setPosixFilePermissions(file, OWNER_ONLY);
    }
  }

  /// By the file system, not by the file store, which can't be found in a changed root.
  private static boolean knowsOwners(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /// The folder in which the JVM keeps the recording until it is written.
  private static void makeTemporaryFolderPrivate() throws IOException {
    String folder = System.getProperty("jdk.jfr.repository");
    if (folder == null) {
      return;
    }
    Path meanwhile = Path.of(folder);
    if (Files.isDirectory(meanwhile) && knowsOwners(meanwhile)) {
      Files.setPosixFilePermissions(meanwhile, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static String unwritable(Path file) {
    return "\"%s\" can't be written; name a file in a folder that you may write to".formatted(file);
  }

  /// Ends the recording and writes the file, unless that is done already. Waits until the file is
  /// written, even if the JVM writes it because the process is ending. Idempotent.
  ///
  /// @throws IOException when the file can no longer be written
  @Override
  public void close() throws IOException {
    try {
      if (processIsEnding() || !stop()) {
        awaitWriting();
      }
    } finally {
      FlightRecorder.removeListener(listener);
      recording.close();
    }
    if (!isWhole(file)) {
      throw new IOException(
          "the recording could not be written completely to \"%s\"; see whether the disk is full"
              .formatted(file));
    }
  }

  /// Whether a file is as long as its chunks say: if the disk is full, the JVM leaves a part of a
  /// recording and reports nothing. A chunk begins with `FLR` and a zero, its version in four
  /// bytes, and its size in eight, as `jdk.jfr.internal.consumer.ChunkHeader` reads it.
  static boolean isWhole(Path file) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long begun = 0;
      while (begun < channel.size()) {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
        while (header.hasRemaining() && channel.read(header, begun + header.position()) > 0) {
          // A read may return less than was asked for.
        }
        long size = header.getLong(SIZE_AT);
        if (header.hasRemaining() || header.getInt(0) != MAGIC || size < HEADER_BYTES) {
          return false;
        }
        begun += size;
      }
      return begun > 0 && begun == channel.size();
    }
  }

  /// Whether the JVM's hooks run. The recorder's own hook then stops the recording, writes it and
  /// deletes its source; if it were stopped here at the same time, it would be deleted without
  /// having been written.
  private static boolean processIsEnding() {
    Thread hook = new Thread(() -> {});
    try {
      Runtime.getRuntime().addShutdownHook(hook);
      Runtime.getRuntime().removeShutdownHook(hook);
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }

  /// Stops and writes it. A recording that was written is closed; one that could not be written is
  /// not.
  ///
  /// @return whether it was stopped here, and not elsewhere before
  private boolean stop() {
    try {
      return recording.stop();
    } catch (IllegalStateException e) {
      return false;
    }
  }

  private void awaitWriting() throws IOException {
    if (recording.getState() == RecordingState.CLOSED) {
      return;
    }
    try {
      if (!closed.await(LONGEST_WRITING.toSeconds(), TimeUnit.SECONDS)) {
        throw new IOException(
            "the recording was not written to \"%s\" within %s s; see whether the disk is full"
                .formatted(file, LONGEST_WRITING.toSeconds()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(
          "the wait for the recording in \"%s\" was interrupted".formatted(file), e);
    }
  }
}
