package p2pgossip.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The name of this program in files and on the command line.
public final class ThisProgram {

  /// Maven replaces its contents by the version in the pom.
  private static final String VERSION = "/p2pgossip/version.txt";

  private ThisProgram() {}

  /// The program's name and version, as in "p2pgossip 1.1.0".
  public static String nameAndVersion() {
    try (InputStream in = ThisProgram.class.getResourceAsStream(VERSION)) {
      if (in == null) {
        throw new IllegalStateException("the program was built without " + VERSION);
      }
      return withVersion(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + VERSION, e);
    }
  }

  /// @param version unreplaced if the classes were not built by Maven
  static String withVersion(String version) {
    return "p2pgossip " + (version.startsWith("${") ? "(not built by Maven)" : version.strip());
  }
}
