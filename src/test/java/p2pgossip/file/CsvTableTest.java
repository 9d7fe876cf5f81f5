package p2pgossip.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTableTest {

  private static String written(@Nullable Object... cells) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvTable table = new CsvTable(out, List.of("a", "b"))) {
      table.row(Arrays.asList(cells));
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void valuesAreWrittenAsTheyAre() throws IOException {
    assertThat(written(-1, new BigDecimal("-0.500000"), 1e-3, true, null, Double.NaN, "-1"))
        .isEqualTo("a,b\r\n-1,-0.500000,0.001,true,,,'-1\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "=1+1|'=1+1",
        "+1|'+1",
        "-1|'-1",
        "@SUM(A1)|'@SUM(A1)",
        "＝1|'＝1",
        "＋1|'＋1",
        "－1|'－1",
        "＠x|'＠x",
        "1=1|1=1"
      })
  void aTextIsNoFormula(String text, String cell) throws IOException {
    assertThat(written(text, "x")).isEqualTo("a,b\r\n" + cell + ",x\r\n");
  }

  @Test
  void aTextIsOnOneLineAndComplete() throws IOException {
    assertThat(written("\t=1", "a\r\n\u001b[31m\u202e\u200b\ud800, \"b\""))
        .isEqualTo("a,b\r\n'\\t=1,\"a\\r\\n\\u001b[31m\\u202e\\u200b\\ud800, \"\"b\"\"\"\r\n");
    assertThat(written("\r")).isEqualTo("a,b\r\n'\\r\r\n");
  }

  @Test
  void aLineCanBeWrittenAndReadByItself() {
    String line = CsvTable.line(Arrays.asList(1, null, "a, \"b\"", 0.5, Double.NaN, "two\nlines"));

    assertThat(line).isEqualTo("1,,\"a, \"\"b\"\"\",0.5,,two\\nlines");
    assertThat(CsvTable.cells(line)).containsExactly("1", "", "a, \"b\"", "0.5", "", "two\\nlines");
  }
}
