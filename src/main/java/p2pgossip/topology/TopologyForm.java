package p2pgossip.topology;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Quote;

/// A form of topology: its name, its words and its parameters. Each form is a constant of the class
/// of its topologies.
///
/// @param name as it stands in labels: `small-world`
/// @param title as it stands in a menu: "Small world"
/// @param sentence says in one sentence what the form is like
/// @param parameters in the order of a label
/// @param maker makes a topology of the values of all parameters
public record TopologyForm(
    String name,
    String title,
    String sentence,
    List<Parameter<?>> parameters,
    Function<Values, Topology> maker) {

  public TopologyForm {
    parameters = List.copyOf(parameters);
  }

  /// A form without parameters.
  TopologyForm(String name, String title, String sentence, Topology only) {
    this(name, title, sentence, List.of(), _ -> only);
  }

  /// The values of a form's parameters.
  public static final class Values {

    private final Map<Parameter<?>, Object> byParameter = new HashMap<>();

    private Values(List<Parameter<?>> parameters, List<?> values) {
      for (int i = 0; i < parameters.size(); i++) {
        byParameter.put(parameters.get(i), values.get(i));
      }
    }

    /// @throws IllegalArgumentException when the form has no such parameter
    <T> T of(Parameter<T> parameter) {
      Object value = byParameter.get(parameter);
      if (value == null) {
        throw new IllegalArgumentException("there is no value of " + parameter.name());
      }
      return parameter.type().cast(value);
    }
  }

  /// Makes a topology of this form.
  ///
  /// @param values one for each parameter, in their order
  /// @throws IllegalArgumentException when one of them is out of range, saying what is allowed
  public Topology with(List<?> values) {
    if (values.size() != parameters.size()) {
      throw new IllegalArgumentException(
          "%s takes %s values, not %s".formatted(name, parameters.size(), values.size()));
    }
    return maker.apply(new Values(parameters, values));
  }

  /// A label of a topology of this form, with the usual values: `tree:2`.
  public String example() {
    return joined(parameters.stream().map(Parameter::example));
  }

  /// @param values one for each parameter, in their order
  /// @param folder of the file in which the label stands; null for one that others read
  String label(List<?> values, @Nullable Path folder) {
    return joined(
        IntStream.range(0, values.size())
            .mapToObj(i -> written(parameters.get(i), values.get(i), folder)));
  }

  private static <T> String written(Parameter<T> parameter, Object value, @Nullable Path folder) {
    return parameter.write(parameter.type().cast(value), folder);
  }

  private String joined(Stream<String> values) {
    return Stream.concat(Stream.of(name), values).collect(Collectors.joining(":"));
  }

  /// Makes the topology that a label names.
  ///
  /// @param rest of the label, behind the name and a colon; null where there is no colon
  /// @param label for the words of an error
  /// @param folder as in [Parameter#read]
  Topology read(@Nullable String rest, String label, @Nullable Path folder) {
    List<String> texts = rest == null ? List.of() : split(rest);
    if (texts.size() > parameters.size()) {
      throw new IllegalArgumentException(
          "%s has too many numbers: %s takes %s"
              .formatted(
                  Quote.of(label),
                  name,
                  parameters.isEmpty() ? "none" : "at most " + parameters.size()));
    }
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      Parameter<?> parameter = parameters.get(i);
      values.add(
          i < texts.size()
              ? read(parameter, texts.get(i), label, folder)
              : parameter.otherwise().orElseThrow(() -> lacking(label)));
    }
    return with(values);
  }

  private List<String> split(String rest) {
    boolean colons = !parameters.isEmpty() && parameters.getLast().takesColons();
    return List.of(rest.split(":", colons ? parameters.size() : -1));
  }

  private IllegalArgumentException lacking(String label) {
    return new IllegalArgumentException(
        "%s says too little; write %s".formatted(Quote.of(label), example()));
  }

  private static <T> T read(
      Parameter<T> parameter, String text, String label, @Nullable Path folder) {
    return parameter
        .read(text, folder)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s in %s is not a %s"
                        .formatted(Quote.of(text), Quote.of(label), parameter.kind())));
  }
}
