package p2pgossip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import p2pgossip.gossip.Forwarding;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.InterestLabel;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.peer.Target;
import p2pgossip.swarm.SwarmPlan;
import p2pgossip.topology.Ring;
import p2pgossip.topology.SmallWorld;
import p2pgossip.topology.Topology;
import picocli.CommandLine.ParameterException;

class LaunchOptionsTest {

  @Test
  void withoutFlagsThereIsOnePeerWithTheUsualSettings() {
    LaunchOptions options = parse();

    assertThat(options.settings()).isEqualTo(PeerSettings.DEFAULT);
    assertThat(options.swarmPlan(1)).isEmpty();
  }

  @Test
  void targetsMayBeGivenTogetherAndApart() {
    assertThat(parse("-c", "8081", "8082", "-u", "--make-connection", "8083").targets())
        .extracting(Target::toString)
        .containsExactlyElementsOf(
            Stream.of("8081", "8082", "8083").map(it -> Target.parse(it).toString()).toList());
  }

  @Test
  void oneValueMayHoldSeveralTargetsAsInTheForm() {
    assertThat(parse("-c", "8081,http://pc:1/", ":8082").targets())
        .extracting(Target::toString)
        .containsExactly("127.0.0.1:8081", "pc:1", "127.0.0.1:8082");
    assertThatThrownBy(() -> parse("-c", ","))
        .hasMessage("\",\" names no peer; write host:port, such as 127.0.0.1:8081");
  }

  @Test
  void aValueMayBeginWithAnAtSign() {
    LaunchOptions options =
        parse("--text", "@file", "--password-file", "@p.txt", "--scenario", "@s", "--profile=@j");

    assertThat(options.settings().text()).isEqualTo("@file");
    assertThat(options.peer.passwordFile).isEqualTo(Path.of("@p.txt"));
    assertThat(options.swarm.scenario).isEqualTo("@s");
    assertThat(options.profile.file).isEqualTo(Path.of("@j"));
    assertThatThrownBy(() -> parse("-c", "@file")).hasMessageContaining("\"@file\" has no port");
    assertThatThrownBy(() -> parse("@file"))
        .isInstanceOfSatisfying(
            ParameterException.class,
            refusal -> assertThat(BadFlag.inWords(refusal)).contains("'@file'"));
  }

  @Test
  void nothingIsRecordedOrPublishedUnlessAskedFor() {
    assertThat(parse().profile.file).isNull();
    assertThat(parse().profile.metrics).isFalse();

    LaunchOptions options = parse("--profile", "run.jfr", "--metrics");

    assertThat(options.profile.file).isEqualTo(Path.of("run.jfr"));
    assertThat(options.profile.metrics).isTrue();
  }

  @Test
  void howRumorsAreSpreadIsReadForASinglePeerToo() {
    PeerSettings settings =
        parse(
                "--strategy",
                "pull",
                "--fanout=2",
                "--interest",
                "coin:4",
                "--forwarding",
                "0.65:4",
                "--no-sentences")
            .settings();

    assertThat(settings.sentences()).isFalse();
    assertThat(settings.spreading())
        .isEqualTo(
            Spreading.DEFAULT
                .withStrategy(Strategy.PULL)
                .withFanout(2)
                .withInterest(new Interest(Interest.End.COIN, Interest.Contacts.UNNECESSARY, 4))
                .withForwarding(new Forwarding(0.65, 4)));
  }

  @Test
  void aSwarmIsPlannedFromItsFlags() {
    LaunchOptions options =
        parse(
            "--peers",
            "50",
            "--topology",
            "ring",
            "--originals",
            "5",
            "-p",
            "9000",
            "-c",
            "8080",
            "-P",
            "0.5",
            "--no-sentences");

    assertThat(options.swarmPlan(7))
        .contains(
            new SwarmPlan(
                50,
                5,
                new Ring(),
                PeerSettings.DEFAULT.withPeriod(Duration.ofMillis(500)).withSentences(false),
                7,
                9_000,
                null,
                List.of(PeerAddress.parse("127.0.0.1:8080"))));
  }

  @Test
  void aSwarmIsASmallWorldWithAPeriodOfOneSecondByDefault() {
    assertThat(parse("--peers", "3").swarmPlan(7))
        .contains(
            new SwarmPlan(
                3,
                new SmallWorld(4, 0.1),
                PeerSettings.DEFAULT.withPeriod(Duration.ofSeconds(1)),
                7));
  }

  private static String network(Path folder, int peers) throws IOException {
    Path file = folder.resolve("line.txt");
    Files.write(file, IntStream.range(1, peers).mapToObj(peer -> peer - 1 + " " + peer).toList());
    return "file:" + file;
  }

  @Test
  void aNetworkInAFileSaysHowManyPeersThereAre(@TempDir Path folder) throws IOException {
    String network = network(folder, 7);

    assertThat(parse("--topology", network).swarmPlan(7))
        .isPresent()
        .isEqualTo(parse("--topology", network, "--peers", "7").swarmPlan(7));
    assertThat(parse("--topology", network, "--demo").swarmPlan(7).orElseThrow().peers())
        .isEqualTo(7);
    assertThat(Mode.of(parse("--topology", network))).isEqualTo(Mode.SWARM_WINDOW);
    assertThat(Mode.of(parse("--topology", network, "--headless"))).isEqualTo(Mode.SWARM);
  }

  @Test
  void aNetworkInAFileIsRefusedForAnotherNumberOfPeersAndWhereItHasTooMany(@TempDir Path folder)
      throws IOException {
    String seven = network(folder, 7);
    LaunchOptions other = parse("--topology", seven, "--peers", "8");
    String many = network(folder, 501);
    LaunchOptions tooMany = parse("--topology", many);

    assertThatThrownBy(other::requireFitting)
        .hasMessage("--peers: there are 7 peers in the file of --topology, not 8; leave it out");
    assertThatThrownBy(tooMany::requireFitting)
        .hasMessage(
            "--topology: there are 501 peers in the file, and a swarm has 500 at most, or 2000 with"
                + " --virtual");
  }

  @Test
  void theDemonstrationIsASwarmOfTwentyFourInWhichARumorStandsAlone() {
    assertThat(parse("--demo").swarmPlan(7))
        .contains(
            new SwarmPlan(
                24,
                new SmallWorld(4, 0.1),
                PeerSettings.DEFAULT.withPeriod(Duration.ofSeconds(1)).withSentences(false),
                7));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--port 80800|-p/--port: \"80800\" is not a number from 0 to 65535",
        "-p http|-p/--port: \"http\" is not a number from 0 to 65535",
        "-P 0|-P/--period: \"0\" is not a number from 0.1 to 86400",
        "--message_interval 1e99|-P/--period: \"1e99\" is not a number from 0.1 to 86400",
        "-P -1|-P/--period: \"-1\" is not a number from 0.1 to 86400",
        "--windows 0|--windows: \"0\" is not a number from 1 to 20",
        "--theme pink|--theme: \"pink\" is not one of light, dark and system",
        "--max-peers many|--max-peers: \"many\" is not a number from 1 to 100000",
        "--peers 0|--peers: \"0\" is not a number from 1 to 2000",
        "--fanout 101|--fanout: \"101\" is not a number from 1 to 100",
      })
  void aBadValueIsRefusedInWords(String flags, String words) {
    assertThat(refusal(flags)).isEqualTo(words);
  }

  private static List<Arguments> readElsewhere() {
    return List.of(
        readElsewhere("--strategy", "shout", Strategy::labelled),
        readElsewhere("--interest", "soon", InterestLabel::parse),
        readElsewhere("--forwarding", "often", Forwarding::parse),
        readElsewhere("--topology", "tree:0", Topology::parse));
  }

  private static Arguments readElsewhere(String flag, String value, Consumer<String> reader) {
    return Arguments.of(flag, value, catchThrowable(() -> reader.accept(value)).getMessage());
  }

  @ParameterizedTest
  @MethodSource("readElsewhere")
  void aValueThatItsReaderRefusesIsRefusedInTheWordsOfTheReader(
      String flag, String value, String words) {
    assertThat(refusal(flag + " " + value)).isEqualTo(flag + ": " + words);
  }

  private static String refusal(String flags) {
    return BadFlag.inWords(
        catchThrowableOfType(
            ParameterException.class,
            () -> LaunchFlags.reading(new LaunchOptions()).parseArgs(flags.split(" "))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--scenario ring --peers 3|--peers: the scenario says how many peers there are; leave"
            + " it out",
        "--scenario ring --password-file p.txt|--password-file: the peers of a scenario let in"
            + " everybody on this machine; leave it out",
        "--report out|--report: it needs --headless and --scenario; leave it out",
        "--headless --report out|--report: it needs --headless and --scenario; leave it out",
        "--topology ring|--topology: it needs --peers or --demo; leave it out",
        "--keystore k.p12|--keystore: it needs --tls",
        "--headless --theme dark|--theme: nothing is shown with --headless; leave it out",
        "--forget 8080 -u|--update: --forget forgets a peer and ends; leave it out",
        "--text a --no-sentences|--text: it replaces the sentence of each period, and"
            + " --no-sentences sends none; leave one of them out",
        "--demo --originals 25|--originals: there are only 24 peers, not 25",
        "--peers 501|--peers: there cannot be 501, since a swarm has 500 at most, or 2000 with"
            + " --virtual",
        "--peers 3 --originals 4|--originals: there are only 3 peers, not 4"
      })
  void flagsThatDoNotGoTogetherAreRefusedInWords(String flags, String words) {
    LaunchOptions options = parse(flags.split(" "));

    assertThatThrownBy(options::requireFitting)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(words);
  }

  private static LaunchOptions parse(String... flags) {
    LaunchOptions options = new LaunchOptions();
    LaunchFlags.read(options, flags);
    options.targets();
    return options;
  }
}
