package p2pgossip.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A flat folder for one input, where a test would get one from JUnit.
public final class TemporaryFolder implements AutoCloseable {

  private final Path path;

  public TemporaryFolder() throws IOException {
    path = Files.createTempDirectory("p2pgossip-fuzz");
  }

  public Path path() {
    return path;
  }

  public List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.sorted().toList();
    }
  }

  @Override
  public void close() throws IOException {
    for (Path file : files()) {
      Files.delete(file);
    }
    Files.delete(path);
  }
}
