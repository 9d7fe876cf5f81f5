package p2pgossip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.export.ThisProgram;

/// `run.sh` in various checkouts and environments. Each checkout stands for this one: it uses the
/// same build, and can't write the copy of the jar and its cache.
class RunScriptIT {

  private static final String VERSION = ThisProgram.nameAndVersion() + "\n";

  @TempDir private Path folder;

  /// JUnit deletes the folder, and warns of links to outside.
  @AfterEach
  void deleteLinks() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path link : files.filter(Files::isSymbolicLink).toList()) {
        Files.delete(link);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"é", "two words", "it's \"so\"", "100%41", "a&b;$c#d?e", "-f"})
  void startsFromAFolderOfAnyName(String name) throws Exception {
    Path checkout = checkout(name);

    Ended run = run(Map.of("LC_ALL", "POSIX"), folder, checkout + "/run.sh", "--version");

    assertThat(run.out()).isEqualTo(VERSION);
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
  }

  @Test
  void refusesAFolderWithAColonInItsName() throws Exception {
    Path checkout = checkout("a:b");

    Ended run = run(Map.of(), folder, checkout + "/run.sh", "--version");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("p2pgossip can't run in " + checkout + ": ")
        .contains("a colon")
        .hasLineCount(1);
  }

  @Test
  void startsInAnyEnvironment() throws Exception {
    Path checkout = checkout("checkout");
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("checkout", "run.sh"));
    Map<String, String> surroundings =
        Map.of("CDPATH", folder.toString(), "TMPDIR", folder + "/none", "LC_ALL", "xx_XX.UTF-8");

    for (String script : List.of("checkout/run.sh", link.toString(), checkout + "/../link")) {
      Ended run = run(surroundings, folder, "env", "-u", "HOME", script, "--version");

      assertThat(run.out()).isEqualTo(VERSION);
      assertThat(run.status()).isZero();
    }
  }

  @Test
  void passesLettersOfAllKindsOn() throws Exception {
    Path checkout = checkout("é");
    Path data = folder.resolve("donné");
    try (Program first = Program.start(folder, "--headless", "-p0")) {
      Ended run =
          run(
              Map.of("LC_ALL", "POSIX", "P2PGOSSIP_DATA", data.toString()),
              folder,
              checkout + "/run.sh",
              "--headless",
              "-p0",
              "-P0.2",
              "--text",
              "né à Kraków – 東京 🙂",
              "-c",
              first.address(),
              "--run-for",
              "2");
      assertThat(run.status()).as(run.err()).isZero();
      assertThat(run.err()).contains("né à Kraków – 東京 🙂");
      first.awaitLine("né à Kraków – 東京 🙂");

      Ended keyed =
          run(
              Map.of("LC_ALL", "POSIX", "P2PGOSSIP_DATA", data.toString()),
              folder,
              checkout + "/run.sh",
              "--headless",
              "-p0",
              "--tls",
              "--run-for",
              "0.1");
      assertThat(keyed.status()).as(keyed.err()).isZero();
      assertThat(data).isNotEmptyDirectory();
    }
  }

  @Test
  void mavenIsTakenOnlyWithItsChecksum() throws Exception {
    byte[] archive = archive();
    String sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(archive));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/mirror/org/apache/maven/apache-maven/9.9/apache-maven-9.9-bin.zip",
        exchange -> {
          exchange.sendResponseHeaders(200, archive.length);
          exchange.getResponseBody().write(archive);
          exchange.close();
        });
    server.start();
    try {
      String repository = "http://127.0.0.1:" + server.getAddress().getPort() + "/mirror";
      Path kept = folder.resolve("cache/maven");
      Path settings = folder.resolve(".m2/settings.xml");
      Files.createDirectories(settings.getParent());
      Files.writeString(
          settings,
          """
          <settings><mirrors>
            <mirror><mirrorOf>*,!central</mirrorOf><url>http://127.0.0.1:1/</url></mirror>
            <mirror><mirrorOf>central</mirrorOf><url>%s</url></mirror>
          </mirrors></settings>
          """
              .formatted(repository));

      Ended wrong = fetch(Map.of("MVNW_REPOURL", repository), sum.replaceFirst("^.", "x"), kept);
      assertThat(wrong.status()).isEqualTo(1);
      assertThat(wrong.err()).contains("it has the checksum " + sum).hasLineCount(1);
      assertThat(kept.getParent()).isEmptyDirectory();

      Ended none = fetch(Map.of("MVNW_REPOURL", repository + "/none"), sum, kept);
      assertThat(none.status()).isEqualTo(1);
      assertThat(none.err()).contains("the answer is 404").hasLineCount(1);

      Ended mirrored = fetch(Map.of(), sum, kept);
      assertThat(mirrored.status()).as(mirrored.err()).isZero();
      assertThat(kept.resolve("bin/mvn")).isExecutable().hasContent("#!/bin/sh");
      try (var files = Files.list(kept.getParent())) {
        assertThat(files).containsExactly(kept);
      }

      Files.delete(settings);
      assertThat(fetch(Map.of(), sum, kept).status()).isEqualTo(3);
    } finally {
      server.stop(0);
    }
  }

  private Ended fetch(Map<String, String> environment, String sum, Path to) throws Exception {
    return run(
        environment,
        folder,
        java(),
        "-Duser.home=" + folder,
        "-XX:TieredStopAtLevel=1",
        Path.of("src/build/FetchMaven.java").toAbsolutePath().toString(),
        "9.9",
        sum,
        to.toString());
  }

  private static byte[] archive() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("apache-maven-9.9/bin/mvn"));
      zip.write("#!/bin/sh".getBytes(UTF_8));
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }

  private Path checkout(String name) throws IOException {
    Path here = Path.of("").toAbsolutePath();
    Path checkout = folder.resolve(name);
    Path target = checkout.resolve("target");
    Files.createDirectories(target);
    for (String file : List.of("run.sh", "pom.xml")) {
      Files.copy(here.resolve(file), checkout.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
    }
    for (String made : List.of("p2pgossip.jar", "lib", "javafx")) {
      Files.createSymbolicLink(target.resolve(made), here.resolve("target").resolve(made));
    }
    for (String sources : List.of("src/build", "src/main", "assets")) {
      Files.createDirectories(checkout.resolve(sources));
    }
    Files.createFile(target.resolve("run"));
    // Empty, as if another process were about to make it.
    Files.createFile(
        target.resolve("p2pgossip-" + System.getProperty("java.version") + "-headless.aot"));
    Files.createFile(target.resolve("built"));
    return checkout;
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static Ended run(Map<String, String> environment, Path in, String... command)
      throws Exception {
    Path out = Files.createTempFile(in, "out", ".log");
    Path err = Files.createTempFile(in, "err", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    for (String variable : List.of("DISPLAY", "JAVA_TOOL_OPTIONS", "MVNW_REPOURL", "CDPATH")) {
      builder.environment().remove(variable);
    }
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      process.destroyForcibly();
    }
  }

  /// The outcome of a process.
  private record Ended(int status, String out, String err) {}
}
