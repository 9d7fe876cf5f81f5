package p2pgossip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import p2pgossip.certificate.TestAuthority;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Neighbor;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Standing;
import p2pgossip.net.password.KnownSession;
import p2pgossip.net.password.Password;
import p2pgossip.network.Observation;
import p2pgossip.network.Recorded;
import p2pgossip.peer.PeerConfig;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.peer.RunningPeer;
import p2pgossip.testing.Recorder;

/// Searches each kind of output of the program for each secret that it is given or makes, and
/// checks that each file that it writes is for its owner alone.
class SecretsInOutputsTest {

  private static final String SECRET = "xyzzy-4711-plugh";
  private static final String KEYSTORE_SECRET = "frobozz-1882-grue";
  private static final String TRUSTSTORE_SECRET = "hollow-0993-voice";
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Pattern RUNS_AT = Pattern.compile("runs at (127\\.0\\.0\\.1:\\d+)");
  private static final Password PASSWORD = Password.of(SECRET);

  private final Secrets secrets =
      new Secrets()
          .with("the password", SECRET)
          .with("what is made of the password", KnownSession.secretOf(PASSWORD))
          .with("the keystore's password", KEYSTORE_SECRET)
          .with("the truststore's password", TRUSTSTORE_SECRET);

  @TempDir private Path given;
  @TempDir private Path written;

  /// One run of the program in a process of its own, with all passwords in the environment and all
  /// logging on.
  private Process start(String name, String... flags) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dorg.jboss.logging.provider=slf4j",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace",
            "-cp",
            System.getProperty("java.class.path"),
            "p2pgossip.Main"));
    command.addAll(List.of(flags));
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.put("P2PGOSSIP_PASSWORD", SECRET);
    environment.put("P2PGOSSIP_KEYSTORE_PASSWORD", KEYSTORE_SECRET);
    environment.put("P2PGOSSIP_TRUSTSTORE_PASSWORD", TRUSTSTORE_SECRET);
    environment.put("P2PGOSSIP_DATA", written.resolve("data").toString());
    environment.put("XDG_CONFIG_HOME", written.toString());
    return builder
        .redirectOutput(given.resolve(name + ".out").toFile())
        .redirectError(given.resolve(name + ".err").toFile())
        .start();
  }

  private Map<String, byte[]> outputsOf(String name) throws IOException {
    return Map.of(
        name + ", standard output", Files.readAllBytes(given.resolve(name + ".out")),
        name + ", standard error", Files.readAllBytes(given.resolve(name + ".err")));
  }

  private static PrivateKey key(KeyStore keys, String password) throws GeneralSecurityException {
    return (PrivateKey) keys.getKey(keys.aliases().nextElement(), password.toCharArray());
  }

  private static KeyStore keys(Path keystore, String password) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keystore)) {
      keys.load(in, password.toCharArray());
    }
    return keys;
  }

  @Test
  void noSecretIsInTheOutputOrRecordingOfAPeerThatHasThemAll() throws Exception {
    TestAuthority authority = new TestAuthority("class");
    Path keystore =
        authority.keystore(
            given.resolve("own.p12"),
            "127.0.0.1",
            Instant.now().plus(Duration.ofDays(5)),
            KEYSTORE_SECRET);
    Path pem = authority.pem(given.resolve("class.pem"));
    KeyStore keys = keys(keystore, KEYSTORE_SECRET);
    secrets.with("the private key", key(keys, KEYSTORE_SECRET));
    Path profile = written.resolve("run.jfr");
    Process peer =
        start(
            "peer",
            "--headless",
            "--tls",
            "--keystore",
            keystore.toString(),
            "--truststore",
            pem.toString(),
            "-p0",
            "-P0.2",
            "--metrics",
            "--allow-tuning",
            "--profile",
            profile.toString());
    Map<String, byte[]> outputs = new TreeMap<>();
    try {
      PeerAddress address = address("peer");
      try (ProvenVisitor visitor = new ProvenVisitor(address, PASSWORD, keys)) {
        outputs.putAll(visitor.askForAll());
        secrets.with("a key of requests", visitor.keys().getFirst());
        secrets.with("a key of answers", visitor.keys().getLast());
      }
      Path processes = Path.of("/proc", Long.toString(peer.pid()));
      if (Files.isDirectory(processes)) {
        outputs.put("the list of processes", Files.readAllBytes(processes.resolve("cmdline")));
      }
    } finally {
      peer.destroy();
      assertThat(peer.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    outputs.putAll(outputsOf("peer"));
    outputs.putAll(Secrets.filesIn(written));
    assertThat(outputs.get("run.jfr")).hasSizeGreaterThan(100_000);
    assertThat(new String(outputs.get("peer, standard error"), UTF_8)).contains(" DEBUG ");
    secrets.requireNoneIn(outputs);
    requirePrivate();
  }

  private PeerAddress address(String name) throws IOException {
    Path err = given.resolve(name + ".err");
    await().atMost(LONG).until(() -> RUNS_AT.matcher(Files.readString(err)).find());
    Matcher matcher = RUNS_AT.matcher(Files.readString(err));
    assertThat(matcher.find()).isTrue();
    return PeerAddress.parse(matcher.group(1));
  }

  @Test
  void noSecretIsInTheReportOfAScenario() throws Exception {
    Path scenario =
        Files.writeString(
            given.resolve("trial.json"),
            """
            {"name": "a trial", "peers": 3, "topology": "line", "lasts": "10 s", "quiet": "300 ms",
             "settings": {"sentences": false, "strategy": "flood"},
             "actions": [{"at": "0 s", "do": "spread", "by": 1}]}
            """);
    Path report = written.resolve("report");
    run(
        0,
        "scenario",
        "--tls",
        "--headless",
        "--scenario",
        scenario.toString(),
        "--report",
        report.toString());
    Path own = written.resolve("data").resolve("certificate.p12");
    secrets.with("the private key", key(keys(own, ""), ""));
    Map<String, byte[]> outputs = new TreeMap<>(outputsOf("scenario"));
    outputs.putAll(Secrets.filesIn(written));
    assertThat(outputs).containsKeys("report/report.json", "data/trusted-peers");
    secrets.requireNoneIn(outputs);
    requirePrivate();
  }

  private void run(int status, String name, String... flags) throws Exception {
    Process process = start(name, flags);
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue())
          .as(Files.readString(given.resolve(name + ".err")))
          .isEqualTo(status);
    } finally {
      process.destroyForcibly();
    }
  }

  /// On a file system with owners.
  private void requirePrivate() throws IOException {
    if (written.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(Secrets.permissionsIn(written))
          .isNotEmpty()
          .allSatisfy((_, of) -> assertThat(of).isEqualTo("rw-------"));
    }
  }

  @Test
  void noSecretIsInAnErrorAboutIt() throws Exception {
    Path keystore =
        new TestAuthority("class")
            .keystore(given.resolve("own.p12"), "127.0.0.1", Instant.now(), SECRET);
    run(1, "keystore", "--headless", "-p0", "--tls", "--keystore", keystore.toString());
    Map<String, byte[]> outputs = new TreeMap<>(outputsOf("keystore"));
    assertThat(new String(outputs.get("keystore, standard error"), UTF_8))
        .contains("--keystore: " + keystore, Encryption.KEYSTORE_PASSWORD);
    Map<String, String> files =
        Map.of(
            "two lines", SECRET + "\nand another",
            "long", SECRET.repeat(30),
            "lost letters", SECRET + "\uFFFD",
            "controls", SECRET + "\t");
    for (Map.Entry<String, String> each : files.entrySet()) {
      Path file = Files.writeString(given.resolve(each.getKey()), each.getValue());
      outputs.put(each.getKey(), said("--headless", "--password-file", file.toString()));
    }
    for (String flag : List.of("--password", "--passwd", "--pass", "--password-text")) {
      outputs.put(flag, said("--headless", flag, SECRET));
      outputs.put(flag + "=", said("--headless", flag + "=" + SECRET));
    }
    secrets.requireNoneIn(outputs);
  }

  /// What is printed about flags that are refused.
  private static byte[] said(String... flags) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (PrintStream to = new PrintStream(said, true, UTF_8)) {
      assertThat(Main.run(to, to, flags)).isEqualTo(2);
    }
    assertThat(said.toString(UTF_8)).startsWith("p2pgossip: ").contains("see ./run.sh --help");
    return said.toByteArray();
  }

  @Test
  void noSecretIsInTheFilesSavedFromAWindow() throws Exception {
    PeerSettings quick = PeerSettings.DEFAULT.withPeriod(Duration.ofMillis(100));
    Recorder<Observation> seen = new Recorder<>();
    try (PeerRuntime runtime = new PeerRuntime(_ -> "gossip", 1, Duration.ofSeconds(20));
        RunningPeer one = peer(runtime, quick, PASSWORD, seen);
        RunningPeer other = peer(runtime, quick, PASSWORD, seen, one.address());
        RunningPeer stranger = peer(runtime, quick, Password.of("another"), seen, one.address())) {
      await().atMost(LONG).until(() -> standing(other, one) == Standing.CONNECTED);
      RumorId rumor = one.spread("Have you heard?");
      await().atMost(LONG).until(() -> standing(stranger, one) == Standing.REFUSED);
      await().atMost(LONG).until(() -> happened(seen, GossipEvent.CallerTurnedAway.class));
      await().atMost(LONG).until(() -> happened(seen, GossipEvent.RumorHeard.class));
      List<Observation> all = new ArrayList<>();
      for (RunningPeer peer : List.of(one, other, stranger)) {
        all.add(new Observation.Seen(peer.snapshot()));
      }
      all.addAll(seen.all());
      SavedFiles.writeAll(written, new Recorded(List.of(), all), one.address(), rumor, "the run");
    }
    Map<String, byte[]> outputs = Secrets.filesIn(written);
    assertThat(outputs).hasSizeGreaterThan(8);
    secrets.requireNoneIn(outputs);
    requirePrivate();
  }

  private static boolean happened(Recorder<Observation> seen, Class<? extends GossipEvent> kind) {
    return seen.stream()
        .anyMatch(
            it -> it instanceof Observation.Happened happened && kind.isInstance(happened.event()));
  }

  private static Standing standing(RunningPeer of, RunningPeer at) {
    Neighbor neighbor = at == of ? null : of.knownPeers().get(at.address());
    return neighbor == null ? Standing.PENDING : neighbor.standing();
  }

  private static RunningPeer peer(
      PeerRuntime runtime,
      PeerSettings settings,
      Password password,
      Recorder<Observation> seen,
      PeerAddress... targets)
      throws IOException {
    AtomicReference<PeerAddress> self = new AtomicReference<>();
    RunningPeer peer =
        RunningPeer.start(
            new PeerConfig(0, null, settings, List.of(targets)).withPassword(password),
            runtime,
            event -> {
              PeerAddress known = self.get();
              if (known != null) {
                seen.accept(new Observation.Happened(known, event));
              }
            });
    self.set(peer.address());
    return peer;
  }
}
