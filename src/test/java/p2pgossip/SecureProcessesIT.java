package p2pgossip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged program over TLS and with a password, as processes that meet.
class SecureProcessesIT {

  @TempDir private Path folder;

  @Test
  void twoProcessesGossipOverTlsAndTellByWhichKeyTheyKnowEachOther() throws Exception {
    try (Program first = Program.start(folder, "--headless", "-p0", "-P0.2", "--tls")) {
      String address = first.address();
      first.awaitLine("This peer speaks HTTPS and is known by SHA256:");
      try (Program second =
          Program.start(folder, "--headless", "-p0", "-c", address, "-P", "0.2", "--tls")) {
        String other = second.address();

        second.awaitLine("First met " + address + ", which is known from now on by SHA256:");
        first.awaitLine("  <-  " + other + "  ");
        second.awaitLine("  <-  " + address + "  ");
      }
      try (Program plain = Program.start(folder, "--headless", "-p0", "-c", address)) {
        plain.awaitLine("it speaks HTTPS only, and this peer plain HTTP");
        first.awaitLine("it speaks plain HTTP, and this peer HTTPS only");
      }
      first.terminate();
      assertThat(first.exitStatus()).isEqualTo(143);
      assertThat(first.err()).endsWith("This peer at " + address + " has ended.\n");

      try (Program forgets = Program.start(folder, "--forget", address);
          Program again = Program.start(folder, "--forget", "127.0.0.1:1");
          Program nonsense = Program.start(folder, "--forget", "nonsense")) {
        assertThat(forgets.exitStatus()).isZero();
        assertThat(forgets.out())
            .startsWith("p2pgossip: " + address + " is forgotten: it was known by SHA256:");
        assertThat(again.exitStatus()).isZero();
        assertThat(again.out()).isEqualTo("p2pgossip: no key was remembered for 127.0.0.1:1.\n");
        assertThat(nonsense.exitStatus()).isEqualTo(2);
        assertThat(nonsense.err()).startsWith("p2pgossip: --forget: \"nonsense\" has no port");
      }
    }
  }

  @Test
  void processesThatKnowThePasswordGossipOverTlsAndOthersAreRefusedOnBothSides() throws Exception {
    Path password = Files.writeString(folder.resolve("class.txt"), "open sesame\n");
    Path another = Files.writeString(folder.resolve("guess.txt"), "open barley\n");
    String[] flags = {
      "--headless", "-p0", "-P0.2", "--tls", "--password-file", password.toString()
    };
    try (Program first = Program.start(folder, flags)) {
      String address = first.address();
      try (Program second = Program.start(folder, with(flags, "-c", address))) {
        String other = second.address();
        first.awaitLine("  <-  " + other + "  ");
        second.awaitLine("  <-  " + address + "  ");
      }
      try (Program guessing =
          Program.start(
              folder,
              "--headless",
              "-p0",
              "--tls",
              "-c",
              address,
              "--password-file",
              another.toString())) {
        guessing.awaitLine(address + " is sent nothing: its password differs from this peer's.");
        first.awaitLine("A caller was turned away: its password differs.");
        assertThat(guessing.err()).doesNotContain("open barley");
      }
      assertThat(first.err()).doesNotContain("open sesame");
      assertThat(first.process().info().commandLine().orElse("")).doesNotContain("open sesame");
    }
  }

  @Test
  void anInvalidOrUnencryptedPasswordIsRefusedInWords() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.txt"), "\n");
    Path good = Files.writeString(folder.resolve("good.txt"), "open sesame\n");
    try (Program none = Program.start(folder, "--headless", "--password-file", empty.toString());
        Program missing =
            Program.start(folder, "--headless", "--password-file", folder + "/missing.txt");
        Program clear =
            Program.start(
                folder,
                "--headless",
                "-p0",
                "-a",
                "192.0.2.1",
                "--password-file",
                good.toString())) {
      assertThat(none.exitStatus()).isEqualTo(2);
      assertThat(none.err())
          .endsWith(
              "p2pgossip: --password-file: "
                  + empty
                  + ": a password must not be empty; see ./run.sh --help\n");
      assertThat(missing.exitStatus()).isEqualTo(2);
      assertThat(missing.err())
          .isEqualTo(
              "p2pgossip: --password-file: "
                  + folder
                  + "/missing.txt: there is no such file or folder; see ./run.sh --help\n");
      assertThat(clear.exitStatus()).isEqualTo(1);
      assertThat(clear.err())
          .endsWith(
              "p2pgossip: a password is used between machines only over encrypted connections;"
                  + " start with --tls, or listen on this machine only (no host alias)\n");
    }
  }

  @Test
  void keyFilesWithoutTlsAreRefusedInWords() throws Exception {
    try (Program alone = Program.start(folder, "--headless", "--keystore", "own.p12");
        Program missing = Program.start(folder, "--headless", "--tls", "--keystore", "own.p12")) {
      assertThat(alone.exitStatus()).isEqualTo(2);
      assertThat(alone.err())
          .isEqualTo("p2pgossip: --keystore: it needs --tls; see ./run.sh --help\n");
      assertThat(missing.exitStatus()).isEqualTo(1);
      assertThat(missing.err())
          .isEqualTo("p2pgossip: --keystore: own.p12: there is no such file or folder\n");
    }
  }

  private static String[] with(String[] flags, String... more) {
    return Stream.of(flags, more).flatMap(Stream::of).toArray(String[]::new);
  }
}
