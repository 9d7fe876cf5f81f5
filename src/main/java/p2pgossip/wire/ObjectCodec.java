package p2pgossip.wire;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/// The form of a kind of value as a JSON object. Unknown fields are ignored, unless it is
/// [#strict].
///
/// @param <T> the values
interface ObjectCodec<T> extends Codec<T> {

  /// Writes the fields alone, without braces.
  void writeFields(JsonWriter out, T value) throws IOException;

  /// @throws WireException when a field is missing or wrong, or they don't fit together
  T read(Fields in) throws WireException;

  /// The names of the fields that this object may have.
  ///
  /// @throws WireException when that depends on a field which is wrong
  Set<String> names(Fields in) throws WireException;

  @Override
  default void write(JsonWriter out, T value) throws IOException {
    out.beginObject();
    writeFields(out, value);
    out.endObject();
  }

  @Override
  default T read(Fields in, String name) throws WireException {
    return read(in.object(name));
  }

  /// The same form without unknown fields.
  default ObjectCodec<T> strict() {
    return new Mapped<>(this, Function.identity(), Function.identity()) {
      @Override
      public T read(Fields in) throws WireException {
        in.requireOnly(names(in));
        return super.read(in);
      }
    };
  }

  /// The same form for values that pass a check.
  ///
  /// @param trial throws an `IllegalArgumentException` that says what is wrong with a value
  default ObjectCodec<T> requiring(Consumer<T> trial) {
    return map(
        value -> {
          trial.accept(value);
          return value;
        },
        Function.identity());
  }

  /// The same fields for other values.
  ///
  /// @param inward converts what is read; its `IllegalArgumentException` says what is wrong
  /// @param outward converts what is written
  default <S> ObjectCodec<S> map(Function<T, S> inward, Function<S, T> outward) {
    return new Mapped<>(this, inward, outward);
  }

  /// Another view of the value of an object.
  class Mapped<T, S> implements ObjectCodec<S> {

    private final ObjectCodec<T> inner;
    private final Function<T, S> inward;
    private final Function<S, T> outward;

    private Mapped(ObjectCodec<T> inner, Function<T, S> inward, Function<S, T> outward) {
      this.inner = inner;
      this.inward = inward;
      this.outward = outward;
    }

    @Override
    public void writeFields(JsonWriter out, S value) throws IOException {
      inner.writeFields(out, outward.apply(value));
    }

    @Override
    public S read(Fields in) throws WireException {
      T value = inner.read(in);
      try {
        return inward.apply(value);
      } catch (IllegalArgumentException e) {
        throw in.wrong(e);
      }
    }

    @Override
    public Set<String> names(Fields in) throws WireException {
      return inner.names(in);
    }
  }
}
