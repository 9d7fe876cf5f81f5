package p2pgossip.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.ui.dialog.RecentFile;
import p2pgossip.ui.theme.Theme;
import p2pgossip.ui.window.WindowPreferences.Size;

class WindowPreferencesTest {

  private static final Size USUAL = new Size(1_280, 800);

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("p2pgossip").resolve("window.properties");
  }

  private void write(String text) throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), text);
  }

  @Test
  void beginsWithTheUsualWhereNothingIsRemembered() {
    WindowPreferences preferences = new WindowPreferences(file());

    assertThat(preferences.size()).isEqualTo(USUAL);
    assertThat(preferences.theme()).isEqualTo(Theme.SYSTEM);
  }

  @Test
  void knowsWhatVersion10HasRemembered() {
    WindowPreferences kept =
        new WindowPreferences(Path.of("src/test/resources/kept/1.0/window.properties"));

    assertThat(kept.size()).isEqualTo(new Size(1_104, 742));
    assertThat(kept.theme()).isEqualTo(Theme.DARK);
  }

  @Test
  void remembersForTheNextRunAndMakesTheFolder() {
    WindowPreferences preferences = new WindowPreferences(file());
    preferences.rememberSize(new Size(1_000, 700.5));
    preferences.rememberTheme(Theme.DARK);
    preferences.save();

    WindowPreferences next = new WindowPreferences(file());
    assertThat(next.size()).isEqualTo(new Size(1_000, 700.5));
    assertThat(next.theme()).isEqualTo(Theme.DARK);
    assertThat(file().getParent()).isDirectoryContaining("glob:**/window.properties");
  }

  @Test
  void remembersNothingElseAndKeepsItToItsOwner() throws IOException {
    WindowPreferences preferences = new WindowPreferences(file());
    preferences.rememberSize(USUAL);
    preferences.rememberTheme(Theme.LIGHT);
    preferences.save();

    Properties values = new Properties();
    values.load(new StringReader(Files.readString(file())));
    assertThat(values.stringPropertyNames()).containsExactlyInAnyOrder("width", "height", "theme");
    if (file().getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void remembersTheFourFilesThatWereOpenedLast() {
    WindowPreferences preferences = new WindowPreferences(file());
    for (String name : new String[] {"a", "b", "c", "a", "d", "e"}) {
      preferences.rememberOpened(recording(name));
    }
    preferences.save();

    assertThat(new WindowPreferences(file()).recentFiles())
        .containsExactly(recording("e"), recording("d"), recording("a"), recording("c"));
  }

  private RecentFile recording(String name) {
    return new RecentFile(RecentFile.Kind.RECORDING, folder.resolve(name + ".p2prec"));
  }

  @Test
  void filesThatNobodyCanOpenAreLeftOut() throws IOException {
    write("recent.1=recording:not/absolute\nrecent.2=book:/tmp/a\nrecent.3=scenario:/tmp/b.json\n");

    assertThat(new WindowPreferences(file()).recentFiles())
        .containsExactly(new RecentFile(RecentFile.Kind.SCENARIO, Path.of("/tmp/b.json")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "width=wide\nheight=\ntheme=pink",
        "width=NaN\nheight=-5",
        "width=1e9\nheight=Infinity",
        "theme=\\u00zz\nwidth=1000",
        ""
      })
  void goesOnAsUsualWithADamagedFile(String text) throws IOException {
    write(text);
    WindowPreferences preferences = new WindowPreferences(file());

    assertThat(preferences.size()).isEqualTo(USUAL);
    assertThat(preferences.theme()).isEqualTo(Theme.SYSTEM);
  }

  @Test
  void goesOnAsUsualWithAFileThatIsNoText() throws IOException {
    Files.createDirectories(file().getParent());
    Files.write(file(), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});

    assertThat(new WindowPreferences(file()).size()).isEqualTo(USUAL);
  }

  @Test
  void runsOnWhereNothingCanBeWritten() throws IOException {
    Files.writeString(folder.resolve("p2pgossip"), "a file where the folder should be");
    WindowPreferences preferences = new WindowPreferences(file());
    preferences.rememberTheme(Theme.LIGHT);
    preferences.save();

    assertThat(preferences.theme()).isEqualTo(Theme.LIGHT);
    assertThat(folder.resolve("p2pgossip")).isRegularFile();
  }
}
