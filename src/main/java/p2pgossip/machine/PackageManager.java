package p2pgossip.machine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The package managers of Linux systems, and their commands.
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

  /// The first one that is installed.
  ///
  /// @param root of the file system
  static Optional<PackageManager> of(Path root) {
    return Arrays.stream(values())
        .filter(it -> Files.isExecutable(root.resolve(it.program)))
        .findFirst();
  }

  /// The command that installs the packages, as a user types it.
  String typed(List<String> packages) {
    return command + " " + String.join(" ", packages);
  }
}
