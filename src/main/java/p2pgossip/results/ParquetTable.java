package p2pgossip.results;

import blue.strategic.parquet.ParquetWriter;
import blue.strategic.parquet.ValueWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;
import p2pgossip.sweep.Measure;
import p2pgossip.sweep.Parameter;

/// The table of results as Apache Parquet, compressed with Snappy: whole numbers, doubles and
/// strings, null where a value is unknown.
final class ParquetTable implements Closeable {

  private static final MessageType SCHEMA = schema();

  private final ParquetWriter<List<@Nullable Object>> writer;

  /// @param file that does not exist yet
  ParquetTable(Path file) throws IOException {
    writer = ParquetWriter.writeFile(SCHEMA, file.toFile(), ParquetTable::write);
  }

  private static MessageType schema() {
    List<Type> columns = new ArrayList<>();
    columns.add(Types.required(PrimitiveTypeName.INT32).named("repetition"));
    columns.add(Types.required(PrimitiveTypeName.INT64).named("seed"));
    columns.add(text("scale"));
    columns.add(text("scenario"));
    for (Parameter parameter : Parameter.ALL) {
      columns.add(parameter.isNumber() ? number(parameter.label()) : text(parameter.label()));
    }
    Measure.ALL.forEach(measure -> columns.add(number(measure.label())));
    columns.add(text("failure"));
    columns.add(text("version"));
    return new MessageType("run", columns);
  }

  private static Type number(String name) {
    return Types.optional(PrimitiveTypeName.DOUBLE).named(name);
  }

  private static Type text(String name) {
    return Types.optional(PrimitiveTypeName.BINARY)
        .as(LogicalTypeAnnotation.stringType())
        .named(name);
  }

  /// @param cells as in [ResultTable#cells]
  void row(List<@Nullable Object> cells) throws IOException {
    writer.write(cells);
  }

  private static void write(List<@Nullable Object> cells, ValueWriter out) {
    for (int column = 0; column < cells.size(); column++) {
      Object cell = cells.get(column);
      Type type = SCHEMA.getType(column);
      boolean number = type.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.DOUBLE;
      Object written = number && cell instanceof String text ? Double.valueOf(text) : cell;
      boolean unknown =
          written == null
              || written.equals("")
              || (written instanceof Double value && Double.isNaN(value));
      if (!unknown) {
        out.write(type.getName(), written);
      }
    }
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
