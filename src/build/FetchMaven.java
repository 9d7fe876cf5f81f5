import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// Downloads Maven with nothing but a JDK, and unpacks it.
///
/// Part of `run.sh`: `java src/build/FetchMaven.java VERSION SHA512 FOLDER [--from-its-makers]`. It
/// uses the repository that the user has chosen: `MVNW_REPOURL`, as Maven's wrapper does, or the
/// mirror of Central in the user's settings. If there is none, the exit status is 3; with
/// `--from-its-makers` it uses the archive of Maven's makers. The download is accepted only with
/// the expected checksum, so that it does not matter who sends it. FOLDER then exists as a whole,
/// or not at all.
final class FetchMaven {

  private static final String MAKERS = "https://archive.apache.org/dist/maven/maven-3/";

  private static final int NOWHERE_TO_ASK = 3;

  /// Four times what Maven takes, packed.
  private static final int LARGEST = 40_000_000;

  private FetchMaven() {}

  public static void main(String[] arguments) {
    String version = arguments[0];
    String file = "apache-maven-" + version + "-bin.zip";
    URI address = null;
    try {
      Optional<String> repository = chosenRepository();
      if (repository.isPresent()) {
        address =
            URI.create(
                repository.get().replaceFirst("/*$", "/")
                    + "org/apache/maven/apache-maven/"
                    + version
                    + "/"
                    + file);
      } else if (List.of(arguments).contains("--from-its-makers")) {
        address = URI.create(MAKERS + version + "/binaries/" + file);
      } else {
        System.exit(NOWHERE_TO_ASK);
      }
      fetch(address, arguments[1], Path.of(arguments[2]));
    } catch (IOException | IllegalArgumentException e) {
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      System.err.println(
          "p2pgossip: Maven could not be downloaded"
              + (address == null ? "" : " from " + address)
              + ": "
              + reason);
      System.exit(1);
    } catch (InterruptedException e) {
      System.exit(1);
    }
  }

  private static Optional<String> chosenRepository() throws IOException {
    String chosen = System.getenv("MVNW_REPOURL");
    if (chosen != null && !chosen.isBlank()) {
      return Optional.of(chosen.strip());
    }
    Path settings = Path.of(System.getProperty("user.home"), ".m2", "settings.xml");
    return Files.isRegularFile(settings) ? mirrorOfCentral(settings) : Optional.empty();
  }

  private static Optional<String> mirrorOfCentral(Path settings) throws IOException {
    NodeList mirrors = parse(settings).getElementsByTagName("mirror");
    return IntStream.range(0, mirrors.getLength())
        .mapToObj(i -> (Element) mirrors.item(i))
        .filter(mirror -> isForCentral(text(mirror, "mirrorOf")))
        .filter(mirror -> !text(mirror, "blocked").equals("true"))
        .map(mirror -> text(mirror, "url"))
        .filter(url -> url.startsWith("http"))
        .findFirst();
  }

  private static Document parse(Path settings) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      return factory.newDocumentBuilder().parse(settings.toFile());
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(settings + ": " + e.getMessage(), e);
    }
  }

  private static String text(Element element, String name) {
    NodeList found = element.getElementsByTagName(name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
  }

  private static boolean isForCentral(String mirrorOf) {
    List<String> patterns = Arrays.stream(mirrorOf.split(",", -1)).map(String::strip).toList();
    return !patterns.contains("!central")
        && Stream.of("central", "*", "external:*").anyMatch(patterns::contains);
  }

  private static void fetch(URI address, String sha512, Path folder)
      throws IOException, InterruptedException {
    Files.createDirectories(folder.toAbsolutePath().getParent());
    Path unpacked = Files.createTempDirectory(folder.toAbsolutePath().getParent(), "maven-");
    try {
      Path packed = unpacked.resolve("maven.zip");
      download(address, packed);
      String sum = sha512(packed);
      if (!sum.equals(sha512)) {
        throw new IOException("it has the checksum " + sum + " instead of " + sha512);
      }
      unpack(packed, unpacked);
      Path whole = onlyFolderIn(unpacked);
      whole.resolve("bin/mvn").toFile().setExecutable(true);
      try {
        Files.move(whole, folder, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        if (!Files.isExecutable(
            folder.resolve("bin/mvn"))) { // another process may have been faster
          throw e;
        }
      }
    } finally {
      delete(unpacked);
    }
  }

  private static void download(URI address, Path to) throws IOException, InterruptedException {
    try (HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(20))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build()) {
      HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofMinutes(5)).build();
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body();
          OutputStream file = Files.newOutputStream(to)) {
        if (response.statusCode() != 200) {
          throw new IOException("the answer is " + response.statusCode());
        }
        body.transferTo(new Bounded(file));
      }
    }
  }

  private static String sha512(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-512");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-512", e);
    }
  }

  private static void unpack(Path packed, Path folder) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(packed))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
          throw new IOException("it has a file outside its folder, " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(zip, file);
        }
      }
    }
  }

  private static Path onlyFolderIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isDirectory)
          .findFirst()
          .orElseThrow(() -> new IOException("there is no folder in it"));
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /// Takes no more than is bearable.
  private static final class Bounded extends OutputStream {

    private final OutputStream to;
    private long left = LARGEST;

    Bounded(OutputStream to) {
      this.to = to;
    }

    @Override
    public void write(int octet) throws IOException {
      write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int from, int count) throws IOException {
      left -= count;
      if (left < 0) {
        throw new IOException("more than " + LARGEST + " bytes came");
      }
      to.write(octets, from, count);
    }
  }
}
