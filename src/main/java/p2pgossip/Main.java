package p2pgossip;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import p2pgossip.certificate.UserData;
import p2pgossip.experiment.RealStage;
import p2pgossip.experiment.Stage;
import p2pgossip.experiment.VirtualStage;
import p2pgossip.export.ScenarioFiles;
import p2pgossip.file.UserFile;
import p2pgossip.metrics.PrometheusPage;
import p2pgossip.net.NetworkThreads;
import p2pgossip.net.TransportSecurity;
import p2pgossip.peer.FreePorts;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.peer.Target;
import p2pgossip.peer.WordLists;
import p2pgossip.profile.FlightRecording;
import p2pgossip.profile.JvmReading;
import p2pgossip.scenario.Scenario;
import p2pgossip.swarm.SwarmPlan;
import p2pgossip.ui.window.Desktop;
import p2pgossip.ui.window.DesktopPlan;
import p2pgossip.ui.window.NoDesktopException;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/// The command line: reads the flags and starts windows, or a peer without one.
public final class Main {

  private static final int TAKEN = 1;
  private static final int FAILED = 1;
  private static final int BAD_FLAG = 2;

  private final PrintStream out;
  private final PrintStream err;

  private Main(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  public static void main(String[] flags) {
    Terminal.useNeutralLocale();
    // Libraries and the JVM print here, too.
    System.setOut(new ShownLines(System.out));
    System.setErr(new ShownLines(System.err));
    int status = run(System.out, System.err, flags);
    if (status == 0 && System.out.checkError()) {
      System.err.println(
          "p2pgossip: not all could be written to standard output; see whether the disk is full");
      status = FAILED;
    }
    System.exit(status);
  }

  /// Does what the flags say, and waits until it is done.
  ///
  /// @return the exit status
  static int run(PrintStream out, PrintStream err, String... flags) {
    return new Main(out, err).run(flags);
  }

  private int run(String... flags) {
    if (flags.length > 0 && flags[0].equals(SimulateCommand.NAME)) {
      return new SimulateCommand(out, err, System.in, new EndSignals(), Runtime.getRuntime()::halt)
          .run(Arrays.copyOfRange(flags, 1, flags.length));
    }
    if (flags.length > 0 && flags[0].equals(ValidateCommand.NAME)) {
      return new ValidateCommand(out, err, Runtime.getRuntime()::halt)
          .run(Arrays.copyOfRange(flags, 1, flags.length));
    }
    if (flags.length > 0 && flags[0].equals(ScalesCommand.NAME)) {
      return new ScalesCommand(out, err, Runtime.getRuntime()::halt)
          .run(Arrays.copyOfRange(flags, 1, flags.length));
    }
    if (flags.length > 0 && flags[0].equals(SweepCommand.NAME)) {
      return new SweepCommand(out, err, System.in, Runtime.getRuntime()::halt)
          .run(Arrays.copyOfRange(flags, 1, flags.length));
    }
    if (flags.length > 0 && flags[0].equals(PacksCommand.NAME)) {
      return new PacksCommand(out, err, new EndSignals(), Runtime.getRuntime()::halt)
          .run(Arrays.copyOfRange(flags, 1, flags.length));
    }
    LaunchOptions options = new LaunchOptions();
    if (flags.length == 0) {
      // No flags, nothing to read: loading the parser takes a while.
      try {
        givePassword(options);
      } catch (IllegalArgumentException e) {
        return refuse(String.valueOf(e.getMessage()));
      }
      return start(options);
    }
    Optional<String> lost = Terminal.lostLetters(flags);
    if (lost.isPresent()) {
      return refuse(lost.get());
    }
    // Most likely a peer starts soon: its classes load on another processor in the meantime.
    Thread.ofPlatform().daemon().name("loading").start(NetworkThreads::load);
    CommandLine commandLine;
    try {
      commandLine = LaunchFlags.read(options, flags);
      requireTargets(options);
      options.requireFitting();
      givePassword(options);
    } catch (ParameterException e) {
      return refuse(BadFlag.inWords(e));
    } catch (IllegalArgumentException e) {
      return refuse(String.valueOf(e.getMessage()));
    }
    if (commandLine.isUsageHelpRequested()) {
      commandLine.usage(out, Ansi.AUTO);
      return 0;
    }
    if (commandLine.isVersionHelpRequested()) {
      commandLine.printVersionHelp(out);
      return 0;
    }
    if (options.encryption.forget != null) {
      return forget(options.encryption.forget);
    }
    return start(options);
  }

  private void givePassword(LaunchOptions options) {
    Mode mode = Mode.of(options);
    // The other modes have no peer that could have a password.
    if (mode != Mode.SCENARIO
        && mode != Mode.VIRTUAL_SCENARIO
        && mode != Mode.FORGET
        && mode != Mode.LABORATORY) {
      options.password =
          GivenPassword.of(options.peer.passwordFile, System.getenv(GivenPassword.VARIABLE), err);
    }
  }

  private static void requireTargets(LaunchOptions options) {
    try {
      options.targets();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("-c/--connect: " + e.getMessage(), e);
    }
  }

  private int start(LaunchOptions options) {
    UnusedEnvironment.inWords(options, System.getenv())
        .forEach(words -> err.println("p2pgossip: " + words));
    if (options.profile.file == null) {
      return startUnprofiled(options);
    }
    FlightRecording recording;
    try {
      if (!Files.isDirectory(options.profile.file)) {
        UserFile.requireFileOrNothing(options.profile.file);
      }
      recording = FlightRecording.begin(options.profile.file);
    } catch (IOException e) {
      return refuse("--profile: " + e.getMessage());
    }
    int status = FAILED;
    try (recording) {
      status = startUnprofiled(options);
    } catch (IOException e) {
      err.println("p2pgossip: " + e.getMessage());
      return status == 0 ? FAILED : status;
    }
    return status;
  }

  private int startUnprofiled(LaunchOptions options) {
    try {
      Optional<Scenario> scenario;
      try {
        scenario = scenario(options);
      } catch (IOException e) {
        err.println("p2pgossip: " + e.getMessage());
        return BAD_FLAG;
      }
      return options.window.headless
          ? runHeadless(options, scenario)
          : runWindows(options, scenario);
    } catch (IOException e) {
      err.println("p2pgossip: " + e.getMessage());
      return TAKEN;
    } catch (InvalidPathException e) {
      err.println("p2pgossip: " + Terminal.unnameable());
      return FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private int forget(String target) {
    try {
      for (String line : Encryption.forget(Target.parse(target))) {
        out.println("p2pgossip: " + line);
      }
      return 0;
    } catch (InvalidPathException e) {
      err.println("p2pgossip: --forget: " + Terminal.unnameable());
      return FAILED;
    } catch (IllegalArgumentException e) {
      return refuse("--forget: " + e.getMessage());
    } catch (IOException e) {
      err.println("p2pgossip: --forget: " + e.getMessage());
      return TAKEN;
    }
  }

  private int refuse(String words) {
    err.println("p2pgossip: " + words + "; see ./run.sh --help");
    return BAD_FLAG;
  }

  private static long seed(LaunchOptions options) {
    return Optional.ofNullable(options.gossip.seed)
        .orElseGet(() -> ThreadLocalRandom.current().nextLong());
  }

  /// The scenario to play, with the changes that the flags make; empty without one.
  ///
  /// @throws IOException when there is none of that name, or when it or a flag is wrong, with a
  ///     reason for the user
  private static Optional<Scenario> scenario(LaunchOptions options) throws IOException {
    if (options.swarm.scenario == null) {
      return Optional.empty();
    }
    Scenario scenario = ScenarioFiles.read(options.swarm.scenario);
    Scenario _ = SwarmPlan.requireRoomFor(scenario, options.time());
    try {
      return Optional.of(options.scenarioChanges().applyTo(scenario));
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private int runWindows(LaunchOptions options, Optional<Scenario> scenario)
      throws IOException, InterruptedException {
    // A scenario's random choices are the same each time it is played.
    long seed = scenario.map(Scenario::seed).orElseGet(() -> seed(options));
    DesktopPlan plan = options.desktopPlan(seed, scenario);
    TransportSecurity security = encryption(options);
    try {
      Desktop desktop = Desktop.begin(plan);
      try (PeerRuntime runtime = runtime(options, seed, security);
          LazyRuntime secure = new LazyRuntime(() -> secure(options, seed, runtime))) {
        EndSignals signals = new EndSignals();
        desktop.run(runtime, secure, signals::handleBy);
        return signals.exitStatus();
      }
    } catch (NoDesktopException e) {
      err.println("p2pgossip: " + e.getMessage());
      err.println("p2pgossip: continuing without a window, as with --headless.");
      return runHeadless(options, scenario);
    }
  }

  /// For classes, which take place over TLS even if the other peers of the process are plain.
  private static PeerRuntime secure(LaunchOptions options, long seed, PeerRuntime usual)
      throws IOException {
    return usual.security().isPresent()
        ? usual
        : runtime(options, seed, Encryption.ofOwn(UserData.folder()));
  }

  /// @return null for plain HTTP
  private @Nullable TransportSecurity encryption(LaunchOptions options) throws IOException {
    TransportSecurity security = Encryption.of(options);
    if (security != null) {
      security.ownTrouble().ifPresent(words -> err.println("p2pgossip: " + words));
    }
    return security;
  }

  private PeerRuntime runtime(LaunchOptions options, long seed) throws IOException {
    return runtime(options, seed, encryption(options));
  }

  private static PeerRuntime runtime(
      LaunchOptions options, long seed, @Nullable TransportSecurity security) {
    PeerRuntime runtime =
        new PeerRuntime(WordLists.sentences(), seed, PeerRuntime.TIME_LIMIT, security);
    if (options.profile.metrics) {
      runtime.publishMetrics(new PrometheusPage(JvmReading::read));
    }
    return runtime;
  }

  private int runHeadless(LaunchOptions options, Optional<Scenario> scenario)
      throws IOException, InterruptedException {
    if (scenario.isPresent()) {
      InstantSource clock = InstantSource.system();
      Stage.Maker stages =
          options.swarm.virtual
              ? VirtualStage.MAKER
              : RealStage.of(seed -> runtime(options, seed), options.firstPort(), clock);
      return new HeadlessScenario(out, err, stages, options.swarm.report, clock)
          .run(scenario.get());
    }
    long seed = seed(options);
    Optional<SwarmPlan> swarm = options.swarmPlan(seed);
    int port = options.peer.port != null ? options.peer.port : FreePorts.next();
    try (PeerRuntime runtime = runtime(options, seed)) {
      if (swarm.isPresent()) {
        new HeadlessSwarm(err).run(options, swarm.get(), runtime, options.window.runFor);
      } else {
        new HeadlessPeer(err).run(options, runtime, port, options.window.runFor);
      }
      return 0;
    }
  }
}
