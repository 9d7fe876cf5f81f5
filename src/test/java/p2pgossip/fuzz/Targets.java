package p2pgossip.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import p2pgossip.certificate.TrustedPeersFuzz;
import p2pgossip.export.RecordingFuzz;
import p2pgossip.multicast.ClassFuzz;
import p2pgossip.net.AnswerFuzz;
import p2pgossip.net.GuardedServerFuzz;
import p2pgossip.net.ProofFuzz;
import p2pgossip.net.RequestFuzz;
import p2pgossip.net.ServerFuzz;
import p2pgossip.net.StreamFuzz;
import p2pgossip.net.TlsServerFuzz;
import p2pgossip.pack.LabPackFuzz;
import p2pgossip.topology.GraphFileFuzz;

/// All fuzz targets by name, and the inputs that are kept for each.
final class Targets {

  static final Map<String, Consumer<byte[]>> BY_NAME =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("AddressFuzz", AddressFuzz::fuzzerTestOneInput),
              Map.entry("AnswerFuzz", AnswerFuzz::fuzzerTestOneInput),
              Map.entry("ClassFuzz", ClassFuzz::fuzzerTestOneInput),
              Map.entry("ProofFuzz", ProofFuzz::fuzzerTestOneInput),
              Map.entry("EventFuzz", EventFuzz::fuzzerTestOneInput),
              Map.entry("ExperimentFuzz", ExperimentFuzz::fuzzerTestOneInput),
              Map.entry("GraphFileFuzz", GraphFileFuzz::fuzzerTestOneInput),
              Map.entry("GuardedServerFuzz", GuardedServerFuzz::fuzzerTestOneInput),
              Map.entry("KnownPeersFuzz", KnownPeersFuzz::fuzzerTestOneInput),
              Map.entry("LabPackFuzz", LabPackFuzz::fuzzerTestOneInput),
              Map.entry("LessonFuzz", LessonFuzz::fuzzerTestOneInput),
              Map.entry("LessonNoteFuzz", LessonNoteFuzz::fuzzerTestOneInput),
              Map.entry("MessageFuzz", MessageFuzz::fuzzerTestOneInput),
              Map.entry("ObservationFuzz", ObservationFuzz::fuzzerTestOneInput),
              Map.entry("PackedAnswersFuzz", PackedAnswersFuzz::fuzzerTestOneInput),
              Map.entry("PeerFuzz", PeerFuzz::fuzzerTestOneInput),
              Map.entry("ProblemFuzz", ProblemFuzz::fuzzerTestOneInput),
              Map.entry("QuestionFuzz", QuestionFuzz::fuzzerTestOneInput),
              Map.entry("RecordingFuzz", RecordingFuzz::fuzzerTestOneInput),
              Map.entry("RequestFuzz", RequestFuzz::fuzzerTestOneInput),
              Map.entry("RumorsFuzz", RumorsFuzz::fuzzerTestOneInput),
              Map.entry("RunLineFuzz", RunLineFuzz::fuzzerTestOneInput),
              Map.entry("SaidRunFuzz", SaidRunFuzz::fuzzerTestOneInput),
              Map.entry("SaidSweepFuzz", SaidSweepFuzz::fuzzerTestOneInput),
              Map.entry("ScenarioFuzz", ScenarioFuzz::fuzzerTestOneInput),
              Map.entry("ServerFuzz", ServerFuzz::fuzzerTestOneInput),
              Map.entry("SnapshotFuzz", SnapshotFuzz::fuzzerTestOneInput),
              Map.entry("StreamFuzz", StreamFuzz::fuzzerTestOneInput),
              Map.entry("SweepHeaderFuzz", SweepHeaderFuzz::fuzzerTestOneInput),
              Map.entry("TlsServerFuzz", TlsServerFuzz::fuzzerTestOneInput),
              Map.entry("TrustedPeersFuzz", TrustedPeersFuzz::fuzzerTestOneInput),
              Map.entry("TuningFuzz", TuningFuzz::fuzzerTestOneInput)));

  private static final Path CORPUS = Path.of("src/test/resources/fuzz");

  private Targets() {}

  static List<Path> inputs() throws IOException {
    try (Stream<Path> files = Files.walk(CORPUS)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /// The target of a kept input.
  static String nameOf(Path input) {
    return input.getParent().getFileName().toString();
  }
}
