package p2pgossip.wire;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Quote;

/// A value of a sealed type as an object: its first field says which record it is, and the others
/// are those of that record.
///
/// @param <S> the sealed type
final class OneOf<S> implements ObjectCodec<S> {

  /// One of the records that the type permits.
  ///
  /// @param label the name of the record on the wire
  record Case<R>(String label, Class<R> type, ObjectCodec<R> codec) {

    private void write(JsonWriter out, Object value) throws IOException {
      codec.writeFields(out, type.cast(value));
    }
  }

  private final String key;
  private final Function<Collection<String>, String> wanted;
  private final Map<String, Case<?>> byLabel;
  private final Map<Class<?>, Case<?>> byType;

  private OneOf(
      String key,
      Function<Collection<String>, String> wanted,
      Map<String, Case<?>> byLabel,
      Map<Class<?>, Case<?>> byType) {
    this.key = key;
    this.wanted = wanted;
    this.byLabel = byLabel;
    this.byType = byType;
  }

  static <R extends Record> Case<R> is(String label, Class<R> type, Part<?>... parts) {
    return is(label, type, RecordCodec.of(type, parts));
  }

  static <R> Case<R> is(String label, Class<R> type, ObjectCodec<R> codec) {
    return new Case<>(label, type, codec);
  }

  /// @param key the name of the field that says which record it is
  /// @param cases one for each record that the type permits
  /// @throws IllegalStateException when the cases are not those of the type
  static <S> OneOf<S> of(Class<S> type, String key, Case<?>... cases) {
    Map<String, Case<?>> byLabel = new LinkedHashMap<>();
    Map<Class<?>, Case<?>> byType = new HashMap<>();
    for (Case<?> each : cases) {
      byLabel.put(each.label(), each);
      byType.put(each.type(), each);
    }
    Set<Class<?>> permitted = permitted(type).collect(Collectors.toSet());
    if (!byType.keySet().equals(permitted) || byLabel.size() != permitted.size()) {
      throw new IllegalStateException(type + " permits other records than " + byLabel.keySet());
    }
    return new OneOf<>(key, OneOf::anyOfThem, byLabel, byType);
  }

  private static Stream<Class<?>> permitted(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(OneOf::permitted)
        : Stream.of(type);
  }

  /// The same form with another error message for the key.
  ///
  /// @param newWanted makes the message from the labels; it follows the name of the field
  OneOf<S> wanting(Function<Collection<String>, String> newWanted) {
    return new OneOf<>(key, newWanted, byLabel, byType);
  }

  /// As in `must be "a", "b" or "c"`.
  private static String anyOfThem(Collection<String> labels) {
    List<String> quoted = labels.stream().map(label -> '"' + label + '"').toList();
    int last = quoted.size() - 1;
    return "must be " + String.join(", ", quoted.subList(0, last)) + " or " + quoted.get(last);
  }

  @Override
  public void writeFields(JsonWriter out, S value) throws IOException {
    Case<?> its = Objects.requireNonNull(byType.get(value.getClass()));
    out.name(key).value(its.label());
    its.write(out, value);
  }

  /// The case is one of the type's records, as [#of] has checked.
  @Override
  @SuppressWarnings("unchecked")
  public S read(Fields in) throws WireException {
    return (S) known(in).codec().read(in);
  }

  /// The unknown label of an object, cut short; null if it is known.
  @Nullable String unknown(Fields in) throws WireException {
    String label = in.text(key);
    return byLabel.containsKey(label) ? null : Quote.shorten(label);
  }

  @Override
  public Set<String> names(Fields in) throws WireException {
    Set<String> names = new HashSet<>(known(in).codec().names(in));
    names.add(key);
    return names;
  }

  private Case<?> known(Fields in) throws WireException {
    String label = in.text(key);
    Case<?> its = byLabel.get(label);
    if (its == null) {
      throw in.wrong(key, wanted.apply(byLabel.keySet()) + ", not " + Quote.of(label));
    }
    return its;
  }
}
