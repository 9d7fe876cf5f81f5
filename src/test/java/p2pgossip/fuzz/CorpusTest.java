package p2pgossip.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Strategy;
import p2pgossip.network.Observation;
import p2pgossip.scenario.Action;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.Selection;
import p2pgossip.scenario.TimedAction;
import p2pgossip.scenario.Variant;
import p2pgossip.wire.ObservationJson;
import p2pgossip.wire.Reading;
import p2pgossip.wire.ScenarioJson;
import p2pgossip.wire.WireException;

/// The inputs that are kept for each target: they are handled properly, and no kind is missing that
/// mutations of the others would hardly reach.
class CorpusTest {

  private static List<Path> inputs() throws IOException {
    return Targets.inputs();
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void everyKeptInputIsHandledProperly(Path input) throws IOException {
    byte[] bytes = Files.readAllBytes(input);
    Consumer<byte[]> target = Targets.BY_NAME.get(Targets.nameOf(input));
    assertThatCode(() -> target.accept(bytes)).doesNotThrowAnyException();
  }

  @Test
  void everyTargetHasInputsAndEveryInputATarget() throws IOException {
    assertThat(inputs())
        .extracting(Targets::nameOf)
        .containsAll(Targets.BY_NAME.keySet())
        .allMatch(Targets.BY_NAME::containsKey);
  }

  /// Inputs with errors are left out.
  private static <T> List<T> read(String target, WireReader<T> reader) throws IOException {
    List<T> values = new ArrayList<>();
    for (Path input : inputs()) {
      if (Targets.nameOf(input).equals(target)) {
        try {
          values.add(reader.read(Files.readAllBytes(input)));
        } catch (WireException e) {
          // The damaged ones are kept too.
        }
      }
    }
    return values;
  }

  private interface WireReader<T> {
    T read(byte[] json) throws WireException;
  }

  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(CorpusTest::kinds)
        : Stream.of(type);
  }

  private static Set<Class<?>> kindsOfFault() {
    return kinds(Fault.class).collect(Collectors.toSet());
  }

  @Test
  void everyKindOfFaultIsInALineOfARecordingThatIsKept() throws IOException {
    Set<Class<?>> kept = new HashSet<>();
    for (Reading<Observation> line : read("ObservationFuzz", ObservationJson::read)) {
      if (line instanceof Reading.Understood(Observation.FaultsChanged changed)) {
        for (Fault<PeerAddress> fault : changed.faults()) {
          kept.add(fault.getClass());
        }
      }
    }

    assertThat(kept).isEqualTo(kindsOfFault());
  }

  @Test
  void everyKindOfFaultAndEveryStrategyIsInAScenarioThatIsKept() throws IOException {
    List<Scenario> scenarios = read("ScenarioFuzz", ScenarioJson::read);
    Set<Class<?>> faults = new HashSet<>();
    Set<Strategy> strategies = EnumSet.noneOf(Strategy.class);
    for (Scenario scenario : scenarios) {
      strategies.add(scenario.settings().spreading().strategy());
      for (TimedAction timed : scenario.actions()) {
        if (timed.action() instanceof Action.Begin(String _, Fault<Selection> fault)) {
          faults.add(fault.getClass());
        }
      }
      for (Variant variant : scenario.variants()) {
        strategies.add(variant.settings().applyTo(scenario.settings()).spreading().strategy());
      }
    }

    assertThat(faults).isEqualTo(kindsOfFault());
    assertThat(strategies).contains(Strategy.values());
  }
}
