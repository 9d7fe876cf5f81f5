package p2pgossip.topology;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Quote;
import p2pgossip.gossip.ShownText;

/// A file that holds a network.
///
/// @param name as it stands beside a field: "File"
public record FileParameter(String name) implements Parameter<GraphFile> {

  /// In characters; no system has longer paths.
  private static final int LONGEST = 4096;

  @Override
  public Optional<GraphFile> otherwise() {
    return Optional.empty();
  }

  @Override
  public Class<GraphFile> type() {
    return GraphFile.class;
  }

  @Override
  public String kind() {
    return "path";
  }

  @Override
  public String example() {
    return "PATH";
  }

  /// Reads the file itself, which may take seconds.
  @Override
  public Optional<GraphFile> read(String text, @Nullable Path folder) {
    if (folder == null) {
      throw new IllegalArgumentException(
          "a file can be named in a flag, and in a scenario's file, but not here");
    }
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(GraphFile.read(folder.resolve(text)));
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(
          Quote.of(text) + " can be no file's name: " + ShownText.of(e.getReason()), e);
    } catch (IOException e) {
      throw new IllegalArgumentException(ShownText.whole(String.valueOf(e.getMessage())), e);
    }
  }

  @Override
  public String write(GraphFile graph, @Nullable Path folder) {
    if (folder == null) {
      return graph.name();
    }
    Path file = graph.file().toAbsolutePath().normalize();
    Path from = folder.toAbsolutePath().normalize();
    return (file.startsWith(from) ? from.relativize(file) : file).toString();
  }

  /// A path may have them.
  @Override
  public boolean takesColons() {
    return true;
  }
}
