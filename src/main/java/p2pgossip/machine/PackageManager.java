package p2pgossip.machine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What installs software on Linux, and how it is told to.
public enum PackageManager {
  APT("usr/bin/apt-get", "apt install"),
  DNF("usr/bin/dnf", "dnf install"),
  ZYPPER("usr/bin/zypper", "zypper install"),
  PACMAN("usr/bin/pacman", "pacman -S");

  private final String program;
  private final String command;

  PackageManager(String program, String command) {
    this.program = program;
    this.command = command;
  }

  /// The first of them that is there.
  ///
  /// @param root of the file system
  static Optional<PackageManager> of(Path root) {
    return Arrays.stream(values())
        .filter(it -> Files.isExecutable(root.resolve(it.program)))
        .findFirst();
  }

  /// The command that installs the packages, as one types it.
  String typed(List<String> packages) {
    return command + " " + String.join(" ", packages);
  }
}
