package p2pgossip.certificate;

import dev.dirs.ProjectDirectories;
import java.nio.file.Path;

/// The folder of a user's own data.
public final class UserData {

  /// Names another folder than the usual one, for tests and for several users of one account.
  static final String OVERRIDE = "P2PGOSSIP_DATA";

  private UserData() {}

  /// The folder, which need not exist.
  public static Path folder() {
    String override = System.getenv(OVERRIDE);
    return override == null || override.isBlank()
        ? Path.of(ProjectDirectories.from("", "", "p2pgossip").dataDir)
        : Path.of(override).toAbsolutePath();
  }
}
