package p2pgossip.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CorpusTest {

  private static List<Path> inputs() throws IOException {
    return Targets.inputs();
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void everyKeptInputIsHandledProperly(Path input) throws IOException {
    byte[] bytes = Files.readAllBytes(input);
    Consumer<byte[]> target = Targets.BY_NAME.get(Targets.nameOf(input));
    assertThatCode(() -> target.accept(bytes)).doesNotThrowAnyException();
  }

  @Test
  void everyTargetHasInputsAndEveryInputATarget() throws IOException {
    assertThat(inputs())
        .extracting(Targets::nameOf)
        .containsAll(Targets.BY_NAME.keySet())
        .allMatch(Targets.BY_NAME::containsKey);
  }
}
