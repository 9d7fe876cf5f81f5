package p2pgossip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import p2pgossip.experiment.RealStage;
import p2pgossip.experiment.Stage;
import p2pgossip.export.ScenarioFiles;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Mutuality;
import p2pgossip.gossip.Origin;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.Rumor;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Sender;
import p2pgossip.gossip.ShownText;
import p2pgossip.gossip.Standing;
import p2pgossip.network.Observation;
import p2pgossip.network.Recorded;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.scenario.Action;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.Selection;
import p2pgossip.scenario.SettingsChange;
import p2pgossip.scenario.TimedAction;
import p2pgossip.scenario.Variant;
import p2pgossip.topology.Line;

/// One nasty text enters by every way and leaves by every output but the screen: no output rings,
/// changes colours, moves a cursor, reorders a line or hides anything.
class NastyTextTest {

  private static final String NASTY =
      "=1+\u001b]0;x\u0007\u001b[31m\n"
          + "next\r"
          + "\tline\u202edrow\u2066\u200b\u2028\u009b2J\ufeff\udb40\udc41";

  private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
  private static final PeerAddress ANN = PeerAddress.parse("127.0.0.1:8081");
  private static final PeerAddress BOB = PeerAddress.parse("127.0.0.1:8082");
  private static final Failure FAILURE = new Failure(Failure.Kind.REFUSED, NASTY);
  private static final Rumor RUMOR = new Rumor(new RumorId("r1"), ANN, START, NASTY);

  @TempDir private Path folder;

  private static Instant at(long millis) {
    return START.plusMillis(millis);
  }

  /// Each event that holds a text of a peer.
  private static List<GossipEvent> events() {
    Copy copy = new Copy(RUMOR, 1, 1);
    Sender bob = new Sender.Named(BOB);
    InetAddress source = BOB.ip();
    return List.of(
        new GossipEvent.RumorHeard(at(1), new Copy(RUMOR, 0, 0), null, false),
        new GossipEvent.CopySent(at(2), BOB, copy, false),
        new GossipEvent.CopyFailed(at(3), BOB, copy, FAILURE),
        new GossipEvent.MessageSent(at(4), 1, BOB, NASTY),
        new GossipEvent.MessageReceived(at(5), bob, NASTY),
        new GossipEvent.MessageReceived(at(6), new Sender.Unnamed(source), NASTY),
        new GossipEvent.PeerConnected(at(7), BOB, new Origin.Called()),
        new GossipEvent.ConnectFailed(at(8), BOB, FAILURE, false),
        new GossipEvent.CallerRefused(at(9), BOB, NASTY),
        new GossipEvent.CallerTurnedAway(at(10), source, NASTY),
        new GossipEvent.PeerRefused(at(11), BOB, FAILURE),
        new GossipEvent.PeerForgotten(at(12), BOB, FAILURE),
        new GossipEvent.SettingsChanged(at(13), PeerSettings.DEFAULT.withText(NASTY), bob),
        new GossipEvent.Trouble(at(14), NASTY, NASTY));
  }

  private static Recorded session() {
    List<Observation> observations = new ArrayList<>();
    Peer self = new Peer(START, PeerSettings.DEFAULT.period(), ANN.port(), null, Set.of());
    observations.add(
        new Observation.Seen(
            new PeerSnapshot(
                START,
                ANN,
                self,
                PeerSettings.DEFAULT.withText(NASTY),
                0,
                List.of(new PeerSnapshot.Acquaintance(BOB, Standing.CONNECTED, Mutuality.MUTUAL)),
                List.of())));
    for (GossipEvent event : events()) {
      observations.add(new Observation.Happened(ANN, event));
    }
    observations.add(new Observation.LostSight(at(20), ANN, NASTY));
    return new Recorded(List.of(), observations);
  }

  private static Scenario scenario() {
    Action fault =
        new Action.Begin(
            NASTY,
            new Fault.Block<>(
                new p2pgossip.fault.Path.OneWay<>(new Selection.These(1), new Selection.These(2))));
    return new Scenario(
        NASTY,
        NASTY,
        1,
        2,
        0,
        new Line(),
        PeerSettings.DEFAULT.withText(NASTY).withSentences(false),
        Duration.ofMillis(300),
        null,
        List.of(
            new TimedAction(Duration.ZERO, new Action.Spread(new Selection.These(1), NASTY)),
            new TimedAction(Duration.ofMillis(100), fault),
            new TimedAction(Duration.ofMillis(200), new Action.End(NASTY))),
        List.of(new Variant(NASTY, SettingsChange.NONE, null)));
  }

  private Map<String, byte[]> outputs() throws Exception {
    SavedFiles.writeAll(folder, session(), ANN, RUMOR.id(), NASTY);
    ScenarioFiles.write(scenario(), folder.resolve("scenario.json"));
    Map<String, byte[]> outputs = new TreeMap<>(terminal());
    for (Map.Entry<String, byte[]> file : Secrets.filesIn(folder).entrySet()) {
      outputs.put(String.valueOf(Path.of(file.getKey()).getFileName()), file.getValue());
    }
    return outputs;
  }

  /// What a scenario without a window prints and reports.
  private Map<String, byte[]> terminal() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    InstantSource clock = InstantSource.system();
    Stage.Maker stages = RealStage.of(seed -> new PeerRuntime(_ -> NASTY, seed), 0, clock);
    int status =
        new HeadlessScenario(lines(out), lines(err), stages, folder.resolve("report"), clock)
            .run(scenario());
    assertThat(status).isZero();
    return Map.of("standard output", out.toByteArray(), "standard error", err.toByteArray());
  }

  private static PrintStream lines(ByteArrayOutputStream to) {
    return new ShownLines(new PrintStream(to, true, StandardCharsets.UTF_8));
  }

  @Test
  void noOutputObeysATextFromOutside() throws Exception {
    Map<String, byte[]> outputs = outputs();

    assertThat(outputs.keySet()).hasSize(20);
    outputs.forEach(NastyTextTest::check);
    assertThat(text(outputs.get("standard output"))).contains("=1+\\u001b]0;x");
    assertThat(text(outputs.get("figures.csv"))).contains(",'=1+\\u001b]0;x\\u0007");
    assertThat(text(outputs.get("report.json"))).contains("\\u202edrow");
    assertThat(ScenarioFiles.read(folder.resolve("scenario.json").toString()).name())
        .isEqualTo(NASTY);
  }

  private static String text(byte[] output) {
    return new String(output, StandardCharsets.UTF_8);
  }

  private static void check(String name, byte[] output) {
    String text = text(output);
    if (name.endsWith(".csv")) {
      assertThat(text).as(name).doesNotContainPattern("(^|[,\n])\"?[=+@]");
      text = text.replace("\r\n", "\n");
    }
    // Unless the file itself has them, because its lines are indented.
    text = text.replace("\n", "").replace("\t", "");
    int before = ' ';
    for (int at = 0; at < text.length(); at += Character.charCount(before)) {
      int character = text.codePointAt(at);
      assertThat(ShownText.isFit(character, before))
          .as("%s has U+%04X at %s", name, character, at)
          .isTrue();
      before = character;
    }
    assertThat(text).as(name).doesNotContain("[31mnext");
  }
}
