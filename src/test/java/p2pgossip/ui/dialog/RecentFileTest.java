package p2pgossip.ui.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecentFileTest {

  @ParameterizedTest
  @EnumSource
  void isTheSameOnceItIsReadAgain(RecentFile.Kind kind) {
    RecentFile file = new RecentFile(kind, Path.of("a folder", "über: all.json"));

    assertThat(file.path()).isAbsolute();
    assertThat(RecentFile.parse(file.toText())).contains(file);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "recording", "recording:", "recording:here", "song:/tmp/a", "scenario:\0"})
  void otherTextsStandForNoFile(String text) {
    assertThat(RecentFile.parse(text)).isEmpty();
  }

  @Test
  void endlessTextsStandForNoFile() {
    assertThat(RecentFile.parse("scenario:/" + "a".repeat(5_000))).isEmpty();
  }
}
