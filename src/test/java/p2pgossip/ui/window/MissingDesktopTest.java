package p2pgossip.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import p2pgossip.machine.Machine;

class MissingDesktopTest {

  /// A Linux without a font, of which nothing else is known.
  private static Machine bare(String display) {
    return new Machine(true, Path.of("/nowhere"), Map.of("DISPLAY", display), false);
  }

  @Test
  void foreseesAllThatIsMissingInOneLine() {
    assertThat(MissingDesktop.foresee(bare(""), false))
        .contains(
            "no window, because a font is missing; and there is no display (DISPLAY is not set):"
                + " run it on a desktop, or under Xvfb");
    assertThat(MissingDesktop.foresee(bare(":0"), false))
        .contains("no window, because a font is missing");
    assertThat(MissingDesktop.foresee(bare(""), true))
        .contains("no window, because a font is missing");
  }

  @Test
  void foreseesNothingWhereNothingIsKnownToBeMissing() {
    assertThat(
            MissingDesktop.foresee(new Machine(false, Path.of("/nowhere"), Map.of(), false), false))
        .isEmpty();
  }

  @Test
  void namesTheLibraryThatIsMissingAndHowToGetIt() {
    assertThat(
            MissingDesktop.explain(
                new UnsupportedOperationException("Unable to load glass GTK library.")))
        .isEqualTo(
            "no window, because the GTK 3 library is missing;"
                + " install it, on Debian and Ubuntu with: apt install libgtk-3-0");
  }

  @Test
  void saysThatThereIsNoDisplay() {
    assertThat(MissingDesktop.explain(new UnsupportedOperationException("Unable to open DISPLAY")))
        .startsWith("no window, because ")
        .contains("display");
  }

  @Test
  void passesOnWhatItDoesNotKnow() {
    assertThat(MissingDesktop.explain(new IllegalStateException("out of colours")))
        .isEqualTo(
            "no window, because JavaFX could not start:"
                + " java.lang.IllegalStateException: out of colours");
  }

  @Test
  void copesWithACauseThatSaysNothing() {
    assertThat(MissingDesktop.explain(new UnsatisfiedLinkError()))
        .isEqualTo("no window, because JavaFX could not start: java.lang.UnsatisfiedLinkError");
  }
}
