package p2pgossip.wire;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;

/// The JSON form of a kind of value, declared once for both directions. Immutable.
///
/// @param <T> the values
interface Codec<T> {

  void write(JsonWriter out, T value) throws IOException;

  /// Reads the value of a field.
  ///
  /// @throws WireException when it is missing or wrong, naming the field
  T read(Fields in, String name) throws WireException;

  /// The writing half.
  interface Writing<T> {
    void write(JsonWriter out, T value) throws IOException;
  }

  /// The reading half, for most a method of [Fields].
  interface FieldReading<T> {
    T read(Fields in, String name) throws WireException;
  }

  static <T> Codec<T> of(Writing<T> writing, FieldReading<T> reading) {
    return new Codec<>() {
      @Override
      public void write(JsonWriter out, T value) throws IOException {
        writing.write(out, value);
      }

      @Override
      public T read(Fields in, String name) throws WireException {
        return reading.read(in, name);
      }
    };
  }

  /// The same value, written without line breaks, even in a file that has them.
  default Codec<T> onOneLine() {
    return of((out, value) -> JsonOutput.onOneLine(out, line -> write(line, value)), this::read);
  }
}
