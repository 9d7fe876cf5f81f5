package p2pgossip.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MissingDesktopTest {

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
