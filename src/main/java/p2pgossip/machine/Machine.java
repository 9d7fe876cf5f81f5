package p2pgossip.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A machine as its files describe it. Whatever can't be found out counts as present: JavaFX
/// reports it if not.
///
/// @param linux whether it runs Linux; on other systems, nothing is known to be missing
/// @param root of its file system
/// @param environment the variables of the process
/// @param administrator whether the user may install software
public record Machine(
    boolean linux, Path root, Map<String, String> environment, boolean administrator) {

  /// Lists the libraries that the linker finds by default.
  private static final String CACHE = "etc/ld.so.cache";

  public Machine {
    environment = Map.copyOf(environment);
  }

  /// The machine of this process.
  public static Machine here() {
    return new Machine(
        System.getProperty("os.name", "").equals("Linux"),
        Path.of("/"),
        System.getenv(),
        System.getProperty("user.name", "").equals("root"));
  }

  /// Those of the parts that are missing. Windows wait for this; it takes a few milliseconds.
  public List<Part> lacking(List<Part> parts) {
    List<Part> lacking = new ArrayList<>();
    if (linux) {
      String known = known();
      for (Part part : parts) {
        String library = part.library();
        boolean there =
            library == null
                ? new Fonts(root, environment).areThere()
                : known.isEmpty() || known.contains(library + "\0") || isNamed(library);
        if (!there) {
          lacking.add(part);
        }
      }
    }
    return lacking;
  }

  /// Whether there is a display for a window. Wayland alone does not count: JavaFX uses X11.
  public boolean hasDisplay() {
    return !linux || !environment.getOrDefault("DISPLAY", "").isEmpty();
  }

  /// What is missing, and the command that installs it if that is known: "GTK 3 and a font are
  /// missing; install them with: sudo apt install libgtk-3-0 fonts-dejavu-core".
  ///
  /// @param parts at least one
  public String inWords(List<Part> parts) {
    List<String> words = parts.stream().map(Part::words).toList();
    String all =
        words.size() == 1
            ? words.getFirst()
            : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    String missing = all + (words.size() == 1 ? " is missing" : " are missing");
    return PackageManager.of(root)
        .map(
            manager ->
                "%s; install %s with: %s%s"
                    .formatted(
                        missing,
                        words.size() == 1 ? "it" : "them",
                        administrator ? "" : "sudo ",
                        manager.typed(packages(manager, parts))))
        .orElse(missing);
  }

  /// The commands that install them without asking, in order; none if that can't be done.
  public List<List<String>> installing(List<Part> parts) {
    if (!administrator || parts.isEmpty()) {
      return List.of();
    }
    Optional<PackageManager> manager = PackageManager.of(root);
    if (manager.isEmpty()) {
      return List.of();
    }
    Stream<String> packages = packages(manager.get(), parts).stream();
    return switch (manager.get()) {
      case APT ->
          List.of(
              List.of("apt-get", "update", "-qq"),
              Stream.concat(
                      Stream.of("apt-get", "install", "-y", "-qq", "--no-install-recommends"),
                      packages)
                  .toList());
      case DNF ->
          List.of(Stream.concat(Stream.of("dnf", "install", "-y", "-q"), packages).toList());
      case ZYPPER, PACMAN -> List.of();
    };
  }

  private static List<String> packages(PackageManager manager, List<Part> parts) {
    return parts.stream().map(part -> part.packageOf(manager)).toList();
  }

  /// The names of libraries in the linker's cache, which are ASCII and end with a zero byte, among
  /// other bytes; empty if that is not known, since not every linker has such a file.
  private String known() {
    try {
      return Files.readString(root.resolve(CACHE), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  private boolean isNamed(String library) {
    String own = environment.getOrDefault("LD_LIBRARY_PATH", "");
    for (String folder : own.split(":", -1)) {
      if (!folder.isEmpty() && Files.exists(Path.of(folder, library))) {
        return true;
      }
    }
    return false;
  }
}
