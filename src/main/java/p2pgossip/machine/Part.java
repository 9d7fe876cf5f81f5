package p2pgossip.machine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a Linux system that JavaFX needs. Each of its native libraries needs some.
public enum Part {
  GTK("GTK 3", "libgtk-3.so.0", "libgtk-3-0", "gtk3", "libgtk-3-0", "gtk3"),
  XTST("libXtst", "libXtst.so.6", "libxtst6", "libXtst", "libXtst6", "libxtst"),
  GL("OpenGL", "libGL.so.1", "libgl1", "libglvnd-glx", "libglvnd", "libglvnd"),
  XF86VM("libXxf86vm", "libXxf86vm.so.1", "libxxf86vm1", "libXxf86vm", "libXxf86vm1", "libxxf86vm"),
  PANGO("Pango", "libpangoft2-1.0.so.0", "libpangoft2-1.0-0", "pango", "libpango-1_0-0", "pango"),
  FREETYPE("FreeType", "libfreetype.so.6", "libfreetype6", "freetype", "libfreetype6", "freetype2"),
  FONTCONFIG(
      "Fontconfig",
      "libfontconfig.so.1",
      "libfontconfig1",
      "fontconfig",
      "fontconfig",
      "fontconfig"),
  FONT("a font", null, "fonts-dejavu-core", "dejavu-sans-fonts", "dejavu-fonts", "ttf-dejavu");

  /// Needed to draw letters, even on the headless screen.
  public static final List<Part> FOR_LETTERS = List.of(PANGO, FREETYPE, FONTCONFIG, FONT);

  /// Needed by a window, besides a display.
  public static final List<Part> FOR_WINDOWS =
      List.of(GTK, XTST, PANGO, FREETYPE, FONTCONFIG, FONT);

  /// Makes windows drawn by the graphics card; without it, the processor draws them.
  public static final List<Part> FOR_SPEED = List.of(GL, XF86VM);

  private final String words;
  private final @Nullable String library;
  private final String apt;
  private final String dnf;
  private final String zypper;
  private final String pacman;

  Part(
      String words,
      @Nullable String library,
      String apt,
      String dnf,
      String zypper,
      String pacman) {
    this.words = words;
    this.library = library;
    this.apt = apt;
    this.dnf = dnf;
    this.zypper = zypper;
    this.pacman = pacman;
  }

  String words() {
    return words;
  }

  /// The linker's name for it, if it is a library.
  @Nullable String library() {
    return library;
  }

  String packageOf(PackageManager manager) {
    return switch (manager) {
      case APT -> apt;
      case DNF -> dnf;
      case ZYPPER -> zypper;
      case PACMAN -> pacman;
    };
  }
}
