package p2pgossip.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.ShownText;

/// A table in CSV (RFC 4180), in UTF-8, with a header line. All tables are written by this class.
///
/// Texts may come from anywhere. So each is written on one line, as by [ShownText], and one that a
/// spreadsheet would take for a formula gets an apostrophe in front. Numbers, times and addresses
/// are written as they are; an unknown value or NaN is an empty cell.
public final class CsvTable implements Closeable {

  /// The first characters of formulas (OWASP, "CSV Injection"), also in full width.
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

  /// A line of a table that is written line by line, without its line break.
  public static String line(List<? extends @Nullable Object> cells) {
    StringWriter line = new StringWriter();
    CsvWriter csv = CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(line);
    csv.writeRecord(cells.stream().map(CsvTable::written).toList());
    return line.toString().replace("\n", "");
  }

  /// The cells of a line that was written by [#line].
  ///
  /// @throws IllegalArgumentException when it is not a line of a table
  public static List<String> cells(String line) {
    try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(line)) {
      Iterator<CsvRecord> records = csv.iterator();
      return records.hasNext() ? records.next().getFields() : List.of();
    } catch (IOException | CsvParseException e) {
      throw new IllegalArgumentException("it is not a line of a table", e);
    }
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
