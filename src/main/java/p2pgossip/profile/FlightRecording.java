package p2pgossip.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;

/// A recording by the JVM's Flight Recorder of all that this process does, from [#begin] to [#close],
/// with the events of this room among those of the JVM. Written once, at the end; also where the
/// process is told to end.
public final class FlightRecording implements AutoCloseable {

  /// The JDK's settings for looking at a program for some minutes.
  private static final String SETTINGS = "profile";

  /// Of a longer recording the oldest part is left out.
  private static final long MOST_BYTES = 256L * 1024 * 1024;

  private final Recording recording;
  private final Path file;

  private FlightRecording(Recording recording, Path file) {
    this.recording = recording;
    this.file = file;
  }

  /// Begins to record. The file is made at once, so that what is in its way shows now and not when all
  /// has been recorded; one that is there already is written over.
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
      recording.setName("p2pgossip");
      recording.setToDisk(true);
      recording.setMaxSize(MOST_BYTES);
      // The JVM does it by itself where it is told to end; whoever comes first writes it.
      recording.setDumpOnExit(true);
      recording.setDestination(file);
      recording.start();
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

  private static String unwritable(Path file) {
    return "\"%s\" can't be written; name a file in a folder that you may write to".formatted(file);
  }

  /// Ends it and writes the file, unless that is done already. Idempotent.
  ///
  /// @throws IOException where the file can't be written any longer
  @Override
  public void close() throws IOException {
    try {
      recording.stop();
      recording.close();
    } catch (IllegalStateException e) {
      // It has ended before: here, or by the JVM because the process is told to end.
      recording.close();
    }
    if (!Files.exists(file) || Files.size(file) == 0) {
      throw new IOException(
          "the recording could not be written to \"%s\"; see whether the disk is full"
              .formatted(file));
    }
  }
}
