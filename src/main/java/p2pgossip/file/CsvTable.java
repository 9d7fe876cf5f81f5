package p2pgossip.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.ShownText;

/// A table in CSV (RFC 4180), in UTF-8, with a header line: the way out for all tables that are
/// written.
///
/// A text comes from anywhere. So it stands on one line, as [ShownText] has it, and one that a
/// spreadsheet would take for a formula has an apostrophe put before it. Numbers, moments and
/// addresses are written as they are; what is not known, or not a number, is an empty cell.
public final class CsvTable implements Closeable {

  /// How a formula begins (OWASP, "CSV Injection"), in the wide form too.
  private static final String FORMULA = "=+-@\t\r＝＋－＠";

  private final CsvWriter csv;

  /// @param out closed with the table
  public CsvTable(OutputStream out, List<String> columns) {
    csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    csv.writeRecord(columns);
  }

  /// @param cells texts, and values that are written as they are
  public void row(List<? extends @Nullable Object> cells) {
    List<String> line = new ArrayList<>(cells.size());
    for (Object cell : cells) {
      line.add(written(cell));
    }
    csv.writeRecord(line);
  }

  private static String written(@Nullable Object cell) {
    return switch (cell) {
      case null -> "";
      case Double number when !Double.isFinite(number) -> "";
      case BigDecimal number -> number.toPlainString();
      case String text -> defused(text);
      default -> cell.toString();
    };
  }

  private static String defused(String text) {
    boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    return (formula ? "'" : "") + ShownText.whole(text);
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
