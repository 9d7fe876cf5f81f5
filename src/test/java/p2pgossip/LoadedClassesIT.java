package p2pgossip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The classes that the packaged program loads, which determine most of its start time.
class LoadedClassesIT {

  @TempDir private Path folder;

  @Test
  void aPeerWithoutAWindowLoadsNeitherJavaFxNorUnusedFeatures() throws Exception {
    Path classes = folder.resolve("classes.log");
    try (Program program =
        Program.startWith(
            folder,
            List.of("-Xlog:class+load=info:file=" + classes),
            "--headless",
            "-p0",
            "--run-for",
            "0.5")) {
      assertThat(program.exitStatus()).isZero();
      assertThat(Files.readString(classes))
          .contains("p2pgossip.gossip.GossipEngine")
          .doesNotContain(
              "javafx.", "com.sun.glass", "atlantafx", "org.bouncycastle", "sun.security.ssl")
          // Nor features that were not requested: the first event class loads the whole flight
          // recorder.
          .doesNotContain("p2pgossip.profile.EngineStepEvent", "io.prometheus");
    }
  }

  @Test
  void onlyMakingACertificateLoadsBouncyCastle() throws Exception {
    for (String run : List.of("made", "kept")) {
      Path classes = folder.resolve(run + ".log");
      try (Program program =
          Program.startWith(
              folder,
              List.of("-Xlog:class+load=info:file=" + classes),
              "--headless",
              "-p0",
              "--tls",
              "--run-for",
              "0.5")) {
        assertThat(program.exitStatus()).isZero();
        assertThat(Files.readString(classes).contains("org.bouncycastle"))
            .isEqualTo(run.equals("made"));
      }
    }
  }

  @Test
  void aRehearsalLoadsWhatARealScreenNeedsWithoutOne() throws Exception {
    Path classes = folder.resolve("classes.log");
    try (Program program =
        Program.startMain(
            "p2pgossip.Rehearsal",
            folder,
            List.of(
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Xlog:class+load=info:file=" + classes),
            "-p0",
            "--run-for",
            "0.5")) {
      assertThat(program.exitStatus()).isZero();
      assertThat(program.err()).isEmpty();
      boolean onMac = System.getProperty("os.name").startsWith("Mac");
      assertThat(Files.readString(classes))
          .contains(onMac ? "com.sun.glass.ui.mac.MacWindow" : "com.sun.glass.ui.gtk.GtkWindow")
          .contains("p2pgossip.ui.window.PeerWindow");
    }
  }
}
