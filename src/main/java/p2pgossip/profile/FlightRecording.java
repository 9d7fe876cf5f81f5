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

/// A recording by the JVM's Flight Recorder of all that this process does, from [#begin] to
/// [#close], with the events of this room among those of the JVM. Written once, at the end; also
/// where the process is told to end.
public final class FlightRecording implements AutoCloseable {

  /// The JDK's settings for looking at a program for some minutes.
  private static final String SETTINGS = "profile";

  /// Events of the JVM in which a password may stand: that of the environment, one that was given
  /// to the JVM as a property, and the command lines of all processes.
  private static final List<String> SECRET =
      List.of(
          "jdk.InitialEnvironmentVariable",
          "jdk.InitialSystemProperty",
          "jdk.JVMInformation",
          "jdk.SystemProcess");

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  /// Of a longer recording the oldest part is left out.
  private static final long MOST_BYTES = 256L * 1024 * 1024;

  private static final int MAGIC = 'F' << 24 | 'L' << 16 | 'R' << 8;
  private static final int SIZE_AT = 8;
  private static final int HEADER_BYTES = 16;

  /// How long the JVM is waited for, where it writes the recording itself.
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

  /// Begins to record. The file is made at once, so that what is in its way shows now and not when
  /// all has been recorded; one that is there already is written over.
  ///
  /// @throws IOException where it can't be written, saying what to do
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
      // Where the process is told to end, a hook of the JVM's writes it: see #close.
      recording.setDumpOnExit(true);
      recording.setDestination(file);
      recording.start();
      makePrivateMeanwhile();
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

  /// What peers say to one another stands in it: it is for its owner alone, also where it was there
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

  /// By the file system, not by the store of files: in a changed root the store can't be found.
  private static boolean knowsOwners(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /// The folder in which the JVM keeps what is recorded until it is written.
  private static void makePrivateMeanwhile() throws IOException {
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

  /// Ends it and writes the file, unless that is done already. Waits until the file is written,
  /// also where the JVM writes it because the process is ending. Idempotent.
  ///
  /// @throws IOException where the file can't be written any longer
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
          "the recording could not be written to \"%s\" as a whole; see whether the disk is full"
              .formatted(file));
    }
  }

  /// Whether a file has all that its chunks say they have: where the disk is full, the JVM leaves a
  /// part of a recording and says nothing. A chunk begins with `FLR` and a zero, its version in
  /// four bytes, and its size in eight, as `jdk.jfr.internal.consumer.ChunkHeader` reads it.
  static boolean isWhole(Path file) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long begun = 0;
      while (begun < channel.size()) {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
        while (header.hasRemaining() && channel.read(header, begun + header.position()) > 0) {
          // A read may bring less than was asked for.
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

  /// Whether the JVM's hooks run. The recorder's own then stops the recording, writes it and
  /// deletes what it wrote it from; stopped here meanwhile, it would be deleted without having been
  /// written.
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

  /// Stops and writes it. A recording that is written is closed, one that could not be is not.
  ///
  /// @return whether it was stopped here, and not by somebody else before
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
          "the wait for the recording in \"%s\" was broken off".formatted(file), e);
    }
  }
}
