package p2pgossip.wire;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where a component of a record is in the record's object: by default in a field of the same name,
/// in which `roundTrip` is `round_trip`. Immutable.
///
/// @param <T> the component's values, nullable if declared so
final class Part<T> {

  /// Writes names and values of fields.
  private interface Writing<T> {
    void write(JsonWriter out, @Nullable T value) throws IOException;
  }

  /// Reads a component from the fields of the record.
  interface Reading<T> {
    @Nullable T read(Fields in) throws WireException;
  }

  /// Gives the names of the fields.
  private interface Naming {
    Set<String> names(Fields in) throws WireException;
  }

  private final String component;
  private final Naming naming;
  private final Writing<T> writing;
  private final Reading<T> reading;

  private Part(String component, Naming naming, Writing<T> writing, Reading<T> reading) {
    this.component = component;
    this.naming = naming;
    this.writing = writing;
    this.reading = reading;
  }

  private static <T> Part<T> of(String name, Writing<T> writing, Reading<T> reading) {
    Set<String> names = Set.of(name);
    return new Part<>(componentOf(name), _ -> names, writing, reading);
  }

  private static String componentOf(String name) {
    StringBuilder component = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      boolean wordBegins = name.charAt(i) == '_';
      i += wordBegins ? 1 : 0;
      component.append(wordBegins ? Character.toUpperCase(name.charAt(i)) : name.charAt(i));
    }
    return component.toString();
  }

  /// A required field, unless `codec` handles its absence.
  static <T> Part<T> field(String name, Codec<T> codec) {
    return of(
        name,
        (out, value) -> codec.write(out.name(name), Objects.requireNonNull(value)),
        in -> codec.read(in, name));
  }

  /// A field that may be absent or null: then the component is null.
  static <T> Part<T> optional(String name, Codec<T> codec) {
    return of(
        name,
        (out, value) -> {
          out.name(name);
          if (value == null) {
            out.nullValue();
          } else {
            codec.write(out, value);
          }
        },
        in -> in.has(name) ? codec.read(in, name) : null);
  }

  /// A field that is always written, but may be absent or null when it is read.
  ///
  /// @param otherwise the value then
  static <T> Part<T> optional(String name, Codec<T> codec, T otherwise) {
    return orElse(name, codec, _ -> otherwise);
  }

  /// As [#optional(String, Codec, Object)].
  ///
  /// @param otherwise computes the value then
  static <T> Part<T> orElse(String name, Codec<T> codec, Reading<T> otherwise) {
    return of(
        name,
        (out, value) -> codec.write(out.name(name), Objects.requireNonNull(value)),
        in -> in.has(name) ? codec.read(in, name) : otherwise.read(in));
  }

  /// A field that is absent if the component is null. In the field, null is a value.
  static <T> Part<T> given(String name, Codec<T> codec) {
    return of(
        name,
        (out, value) -> {
          if (value != null) {
            codec.write(out.name(name), value);
          }
        },
        in -> in.find(name) == null ? null : codec.read(in, name));
  }

  /// A field that is absent if the component is null.
  ///
  /// @param reading says what any value of the field means; null if it means nothing
  static <T> Part<T> claimed(
      String name, Codec.Writing<T> writing, Function<JsonValue, @Nullable T> reading) {
    return of(
        name,
        (out, value) -> {
          if (value != null) {
            writing.write(out.name(name), value);
          }
        },
        in -> {
          JsonValue value = in.find(name);
          return value == null ? null : reading.apply(value);
        });
  }

  /// A field that is true or absent.
  static Part<Boolean> flag(String name) {
    return of(
        name,
        (out, value) -> {
          if (Boolean.TRUE.equals(value)) {
            Values.FLAG.write(out.name(name), true);
          }
        },
        in -> in.has(name) && Values.FLAG.read(in, name));
  }

  /// All fields of a component, among those of the record.
  static <T> Part<T> inline(String component, ObjectCodec<T> codec) {
    return new Part<>(
        component,
        codec::names,
        (out, value) -> codec.writeFields(out, Objects.requireNonNull(value)),
        codec::read);
  }

  /// The same part for a component with another name than the field.
  Part<T> as(String newComponent) {
    return new Part<>(newComponent, naming, writing, reading);
  }

  String component() {
    return component;
  }

  /// @param in the object; its values may determine which fields it can have
  Set<String> names(Fields in) throws WireException {
    return naming.names(in);
  }

  /// @param value of the component
  @SuppressWarnings("unchecked")
  void write(JsonWriter out, @Nullable Object value) throws IOException {
    writing.write(out, (T) value);
  }

  @Nullable T read(Fields in) throws WireException {
    return reading.read(in);
  }
}
