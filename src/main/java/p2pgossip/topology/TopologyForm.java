package p2pgossip.topology;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /// The label of a topology of this form with the usual values: `tree:2`.
  public String example() {
    return label(parameters.stream().map(Parameter::usual).toList());
  }

  String label(List<?> values) {
    return Stream.concat(Stream.of(name), values.stream().map(TopologyForm::written))
        .collect(Collectors.joining(":"));
  }

  /// A number stands without an exponent and without needless zeros.
  private static String written(Object value) {
    return value instanceof Double number
        ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
        : value.toString();
  }

  /// Makes the topology that a label names.
  ///
  /// @param texts of the parameters, those that are left out not among them
  /// @param label for the words of an error
  Topology read(List<String> texts, String label) {
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
      values.add(i < texts.size() ? read(parameter, texts.get(i), label) : parameter.usual());
    }
    return with(values);
  }

  private static <T> T read(Parameter<T> parameter, String text, String label) {
    return parameter
        .read(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s in %s is not a %s"
                        .formatted(Quote.of(text), Quote.of(label), parameter.kind())));
  }
}
