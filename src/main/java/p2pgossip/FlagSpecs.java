package p2pgossip;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/// What the flags of all commands are made of.
final class FlagSpecs {

  private FlagSpecs() {}

  static CommandLine parser(CommandSpec spec) {
    // A text or a password file may begin with "@"; there are no files of flags.
    return new CommandLine(spec).setExpandAtFiles(false);
  }

  /// The help of a command, its flags in the order in which they were added.
  static UsageMessageSpec usage(CommandSpec spec, String... synopsis) {
    return spec.usageMessage()
        .sortOptions(false)
        .width(100)
        .autoWidth(false)
        .customSynopsis(synopsis);
  }

  static OptionSpec.Builder help() {
    return OptionSpec.builder("-h", "--help").usageHelp(true).description("Show this and end.");
  }

  /// @param store gets true when the help is asked for
  static OptionSpec.Builder help(Consumer<Boolean> store) {
    return help().type(boolean.class).setter(new Store<>(store));
  }

  static ArgGroupSpec group(String heading, OptionSpec.Builder... flags) {
    ArgGroupSpec.Builder group =
        ArgGroupSpec.builder().exclusive(false).validate(false).heading(heading);
    for (OptionSpec.Builder flag : flags) {
      group.addArg(flag.build());
    }
    return group.build();
  }

  static OptionSpec.Builder given(Consumer<Boolean> store, String... names) {
    return OptionSpec.builder(names).type(boolean.class).setter(new Store<>(store));
  }

  static <T> OptionSpec.Builder value(
      String label, ITypeConverter<T> reader, Consumer<T> store, String... names) {
    // The type tells picocli only that there is a value; the setter decides what it becomes.
    return OptionSpec.builder(names)
        .type(String.class)
        .paramLabel(label)
        .converters(reader)
        .setter(new Store<>(store));
  }

  static OptionSpec.Builder number(long least, long most, IntConsumer store, String... names) {
    return FlagSpecs.<Integer>value(
        "NUMBER", text -> (int) FlagValues.count(text, least, most), store::accept, names);
  }

  /// The words that belong to no flag.
  static PositionalParamSpec.Builder words(String label, Consumer<List<String>> store) {
    return PositionalParamSpec.builder()
        .paramLabel(label)
        .arity("0..*")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .setter(new Store<List<String>>(words -> store.accept(List.copyOf(words))));
  }

  /// If the flag is given several times, its values are added up.
  static OptionSpec.Builder values(
      String label, Supplier<List<String>> present, Consumer<List<String>> store, String... names) {
    return OptionSpec.builder(names)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity("1..*")
        .paramLabel(label)
        .getter(new Present<>(present))
        .setter(new Store<>(store));
  }

  /// Reads a flag's value for picocli.
  private record Present<V>(Supplier<V> from) implements IGetter {

    @Override
    // The signature is picocli's; the value has the type with which it was stored.
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T> T get() {
      return (T) from.get();
    }
  }

  /// Stores a flag's value for picocli.
  private record Store<V>(Consumer<V> to) implements ISetter {

    @Override
    @SuppressWarnings("unchecked") // What is set is what the flag's own reader made.
    public <T> T set(T value) {
      to.accept((V) value);
      return value;
    }
  }
}
