package p2pgossip.machine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineTest {

  private static final List<String> LIBRARIES =
      Stream.of(Part.values()).map(Part::library).filter(Objects::nonNull).toList();

  @TempDir private Path root;

  @BeforeEach
  void completeTheMachine() throws IOException {
    linkerKnows(LIBRARIES);
    write("usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "");
    write("etc/fonts/fonts.conf", "<fontconfig><dir>/usr/share/fonts</dir></fontconfig>");
  }

  @Test
  void lacksNothingOnACompleteMachine() {
    assertThat(machine().lacking(Part.FOR_WINDOWS)).isEmpty();
  }

  @Test
  void lacksTheLibrariesThatTheLinkerDoesNotKnow() throws IOException {
    linkerKnows(List.of("libgtk-3.so.0", "libXtst.so.6.1.0", "libfontconfig.so.1"));

    assertThat(machine().lacking(Part.FOR_WINDOWS))
        .containsExactly(Part.XTST, Part.PANGO, Part.FREETYPE);
    assertThat(machine().lacking(Part.FOR_LETTERS)).containsExactly(Part.PANGO, Part.FREETYPE);
    assertThat(machine().lacking(Part.FOR_SPEED)).containsExactly(Part.GL, Part.XF86VM);
  }

  @Test
  void findsALibraryInAFolderThatTheUserNames() throws IOException {
    linkerKnows(List.of());
    write("own/libgtk-3.so.0", "");

    assertThat(
            machine(Map.of("LD_LIBRARY_PATH", ":" + root.resolve("own")))
                .lacking(List.of(Part.GTK, Part.XTST)))
        .containsExactly(Part.XTST);
  }

  @Test
  void leavesToJavaFxWhatCanNotBeFoundOut() throws IOException {
    Files.delete(root.resolve("etc/ld.so.cache"));

    assertThat(machine().lacking(Part.FOR_WINDOWS)).isEmpty();
    assertThat(new Machine(false, root.resolve("none"), Map.of(), false).lacking(Part.FOR_WINDOWS))
        .isEmpty();
  }

  @Test
  void takesOutlineFontsOnly() throws IOException {
    Files.delete(root.resolve("usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"));
    write("usr/share/fonts/misc/fixed.pcf.gz", "");
    assertThat(machine().lacking(Part.FOR_WINDOWS)).containsExactly(Part.FONT);

    write("usr/share/fonts/misc/Some.OTF", "");
    assertThat(machine().lacking(Part.FOR_WINDOWS)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'<dir>~/.fonts</dir>', home/.fonts/a.ttf",
    "'<dir prefix=\"xdg\">fonts</dir>', home/.local/share/fonts/a.ttf",
    "'<dir>/far/away</dir>', far/away/deep/down/a.ttc",
  })
  void looksForFontsWhereFontconfigSays(String folder, String font) throws IOException {
    Files.delete(root.resolve("usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"));
    write("etc/fonts/fonts.conf", "<fontconfig>" + folder + "</fontconfig>");
    Map<String, String> environment = Map.of("HOME", root.resolve("home").toString());
    assertThat(machine(environment).lacking(Part.FOR_WINDOWS)).containsExactly(Part.FONT);

    write(font, "");
    assertThat(machine(environment).lacking(Part.FOR_WINDOWS)).isEmpty();
  }

  @Test
  void looksForFontsWhereIncludedFilesSay() throws IOException {
    Files.delete(root.resolve("usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"));
    write("etc/fonts/fonts.conf", "<fontconfig/>");
    assertThat(machine().lacking(Part.FOR_WINDOWS)).containsExactly(Part.FONT);

    write("etc/fonts/conf.d/00-own.conf", "<fontconfig><dir>/far/away</dir></fontconfig>");
    write("far/away/a.ttf", "");
    assertThat(machine().lacking(Part.FOR_WINDOWS)).isEmpty();
  }

  @Test
  void takesAnotherFileOfFontconfigs() throws IOException {
    Path own = write("own.conf", "<fontconfig><dir>/nowhere</dir></fontconfig>");

    assertThat(machine(Map.of("FONTCONFIG_FILE", own.toString())).lacking(Part.FOR_WINDOWS))
        .containsExactly(Part.FONT);
  }

  @Test
  void hasADisplayWithX11() {
    assertThat(machine(Map.of("DISPLAY", ":0")).hasDisplay()).isTrue();
    assertThat(machine(Map.of("DISPLAY", "", "WAYLAND_DISPLAY", "wayland-0")).hasDisplay())
        .isFalse();
    assertThat(new Machine(false, root, Map.of(), false).hasDisplay()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "apt-get, sudo apt install libgtk-3-0 libxtst6 fonts-dejavu-core",
    "dnf, sudo dnf install gtk3 libXtst dejavu-sans-fonts",
    "zypper, sudo zypper install libgtk-3-0 libXtst6 dejavu-fonts",
    "pacman, sudo pacman -S gtk3 libxtst ttf-dejavu",
  })
  void namesTheCommandOfTheSystem(String program, String command) throws IOException {
    program(program);

    assertThat(machine().inWords(List.of(Part.GTK, Part.XTST, Part.FONT)))
        .isEqualTo("GTK 3, libXtst and a font are missing; install them with: " + command);
  }

  @Test
  void namesNoCommandOfAnUnknownSystem() {
    assertThat(machine().inWords(List.of(Part.GTK))).isEqualTo("GTK 3 is missing");
  }

  @Test
  void installsAsTheAdministratorOnly() throws IOException {
    program("apt-get");
    Machine administrated = new Machine(true, root, Map.of(), true);

    assertThat(administrated.inWords(List.of(Part.PANGO)))
        .isEqualTo("Pango is missing; install it with: apt install libpangoft2-1.0-0");
    assertThat(administrated.installing(List.of(Part.PANGO)).getLast())
        .startsWith("apt-get", "install", "-y")
        .endsWith("libpangoft2-1.0-0");
    assertThat(administrated.installing(List.of())).isEmpty();
    assertThat(machine().installing(List.of(Part.PANGO))).isEmpty();
  }

  private Machine machine() {
    return machine(Map.of());
  }

  private Machine machine(Map<String, String> environment) {
    return new Machine(true, root, environment, false);
  }

  private void linkerKnows(List<String> libraries) throws IOException {
    String names =
        Stream.concat(Stream.of("libc.so.6"), libraries.stream())
            .map(name -> name + "\0/usr/lib/" + name + "\0")
            .collect(Collectors.joining());
    Path file = write("etc/ld.so.cache", "");
    Files.writeString(file, "glibc-ld.so.cache1.1\0\u00ff\u0001" + names, ISO_8859_1);
  }

  private void program(String name) throws IOException {
    assertThat(write("usr/bin/" + name, "").toFile().setExecutable(true)).isTrue();
  }

  private Path write(String place, String text) throws IOException {
    Path file = root.resolve(place);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
