package p2pgossip.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import p2pgossip.file.UserFile;
import p2pgossip.gossip.Quote;
import p2pgossip.wire.WireException;

/// Reads one kind of JSON file that people write, of which some are bundled.
///
/// @param <T> what such a file describes
/// @param kind what one is called, in the singular and lower case; a plural adds an s
/// @param folder in which the bundled ones lie, as `name.json`
/// @param bundled the names of the bundled ones
/// @param largest size of a file in bytes
/// @param reader of the text
record DescribedFiles<T>(
    String kind, String folder, List<String> bundled, int largest, Reader<T> reader) {

  /// Reads what a file describes.
  @FunctionalInterface
  interface Reader<T> {

    /// @param folder beside whose files it lies, for those that it names; empty for a bundled one
    T read(byte[] json, Path folder) throws WireException;
  }

  /// Reads a file, or, if there is none of that name, a bundled one.
  ///
  /// @throws IOException when there is neither, it can't be read, or it has an error, naming the
  ///     place and what is wrong
  T read(String place) throws IOException {
    Path file;
    try {
      file = Path.of(place);
    } catch (InvalidPathException e) {
      throw new IOException(Quote.of(place) + " can't be the name of a file: " + e.getReason(), e);
    }
    if (!Files.exists(file) && bundled.contains(place)) {
      return bundled(place);
    }
    try {
      return reader.read(UserFile.read(file, largest), folderOf(file));
    } catch (WireException e) {
      throw named(place, e);
    } catch (NoSuchFileException e) {
      throw new IOException(
          "there is no file \"%s\"; the bundled %ss are %s"
              .formatted(place, kind, String.join(", ", bundled)),
          e);
    }
  }

  /// Reads a bundled one.
  ///
  /// @throws IOException when there is none of that name
  T bundled(String name) throws IOException {
    try (InputStream in = DescribedFiles.class.getResourceAsStream(folder + name + ".json")) {
      if (in == null) {
        throw new IOException("there is no bundled %s \"%s\"".formatted(kind, name));
      }
      return reader.read(in.readAllBytes(), Path.of(""));
    } catch (WireException e) {
      throw named(name, e);
    }
  }

  static Path folderOf(Path file) {
    return file.resolveSibling("");
  }

  private static IOException named(String place, WireException damage) {
    return new IOException(place + ": " + damage.reason(), damage);
  }
}
