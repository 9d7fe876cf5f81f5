package p2pgossip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ShownLinesTest {

  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
  private final PrintStream lines =
      new ShownLines(new PrintStream(terminal, true, StandardCharsets.UTF_8));

  private String shown() {
    return terminal.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aLineStaysOneLineAndShowsAllOfItsText() {
    lines.println("Grüße\u001b[2J\u0007\nfrom \u202eafar");

    assertThat(shown()).isEqualTo("Grüße\\u001b[2J\\u0007\\nfrom \\u202eafar\n");
  }

  @Test
  void aTraceStaysATrace() {
    new IllegalStateException("bad\u001b[31m\nline").printStackTrace(lines);

    assertThat(shown())
        .startsWith("java.lang.IllegalStateException: bad\\u001b[31m\\nline\n\tat p2pgossip.");
  }
}
