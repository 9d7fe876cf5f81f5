package p2pgossip.wire;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A record as an object: each component is where its [Part] says. Fields are written and read in
/// the order of the parts, which need not be that of the components.
///
/// @param <R> the record
final class RecordCodec<R extends Record> implements ObjectCodec<R> {

  private final Constructor<R> constructor;
  private final Part<?>[] parts;

  /// For each part, the number of its component.
  private final int[] components;

  /// For each part, the accessor of its component.
  private final Method[] accessors;

  private RecordCodec(Class<R> type, Part<?>[] parts) throws NoSuchMethodException {
    RecordComponent[] all = type.getRecordComponents();
    constructor =
        type.getDeclaredConstructor(
            Arrays.stream(all).map(RecordComponent::getType).toArray(Class<?>[]::new));
    // Avoids the access check at each call; all of them are accessible from here anyway.
    constructor.setAccessible(true);
    this.parts = parts;
    components = new int[parts.length];
    accessors = new Method[parts.length];
    List<String> names = Arrays.stream(all).map(RecordComponent::getName).toList();
    for (int i = 0; i < parts.length; i++) {
      components[i] = names.indexOf(parts[i].component());
      if (components[i] < 0) {
        throw new IllegalStateException(type + " has no " + parts[i].component());
      }
      accessors[i] = all[components[i]].getAccessor();
      accessors[i].setAccessible(true);
    }
    if (Arrays.stream(components).distinct().count() != all.length) {
      throw new IllegalStateException(type + " has parts that are declared twice, or not at all");
    }
  }

  /// @param parts one for each component of the record
  /// @throws IllegalStateException when the parts are not those of the record
  static <R extends Record> RecordCodec<R> of(Class<R> type, Part<?>... parts) {
    try {
      return new RecordCodec<>(type, parts);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("a record always has this constructor", e);
    }
  }

  @Override
  public void writeFields(JsonWriter out, R value) throws IOException {
    for (int i = 0; i < parts.length; i++) {
      parts[i].write(out, get(accessors[i], value));
    }
  }

  private static @Nullable Object get(Method accessor, Object value) {
    try {
      return accessor.invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(accessor + " can't be called", e);
    }
  }

  @Override
  public R read(Fields in) throws WireException {
    @Nullable Object[] values = new @Nullable Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      values[components[i]] = parts[i].read(in);
    }
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw in.wrong(refused);
      }
      throw new IllegalStateException(constructor + " fails", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(constructor + " can't be called", e);
    }
  }

  @Override
  public Set<String> names(Fields in) throws WireException {
    Set<String> names = new HashSet<>();
    for (Part<?> part : parts) {
      names.addAll(part.names(in));
    }
    return names;
  }
}
