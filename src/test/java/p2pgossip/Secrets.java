package p2pgossip;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// Finds secrets in output: as they are, or in one of the ways in which bytes are written as text.
final class Secrets {

  private final Map<String, byte[]> secrets = new LinkedHashMap<>();

  Secrets with(String name, String text) {
    secrets.put(name, text.getBytes(UTF_8));
    return this;
  }

  Secrets with(String name, byte[] bytes) {
    secrets.put(name, bytes);
    return this;
  }

  /// The number with which a peer signs.
  Secrets with(String name, PrivateKey key) {
    byte[] bytes = ((ECPrivateKey) key).getS().toByteArray();
    return with(name, Arrays.copyOfRange(bytes, bytes[0] == 0 ? 1 : 0, bytes.length));
  }

  /// The secrets in an output, and their form.
  Set<String> in(byte[] output) {
    String bytes = new String(output, ISO_8859_1);
    String lower = bytes.toLowerCase(Locale.ROOT);
    Set<String> found = new TreeSet<>();
    for (Map.Entry<String, byte[]> secret : secrets.entrySet()) {
      for (Map.Entry<String, String> way : exactly(secret.getValue()).entrySet()) {
        if (bytes.contains(way.getValue())) {
          found.add(secret.getKey() + " as " + way.getKey());
        }
      }
      for (HexFormat hex : List.of(HexFormat.of(), HexFormat.ofDelimiter(":"))) {
        if (lower.contains(hex.formatHex(secret.getValue()))) {
          found.add(secret.getKey() + " as hexadecimal");
        }
      }
    }
    return found;
  }

  private static Map<String, String> exactly(byte[] secret) {
    String text = new String(secret, ISO_8859_1);
    Map<String, String> ways = new LinkedHashMap<>();
    ways.put("bytes", text);
    ways.put("UTF-16, the low byte first", new String(text.getBytes(UTF_16LE), ISO_8859_1));
    ways.put("UTF-16, the high byte first", new String(text.getBytes(UTF_16BE), ISO_8859_1));
    ways.put("numbers", inner(Arrays.toString(secret)));
    ways.put("a number", new BigInteger(1, secret).toString());
    for (int before = 0; before < 3; before++) {
      // Within a longer text, such as a password in Basic authentication.
      byte[] shifted = new byte[before + secret.length];
      System.arraycopy(secret, 0, shifted, before, secret.length);
      int begun = (before * 8 + 5) / 6;
      int whole = shifted.length * 8 / 6;
      ways.put(
          "base64, " + before, Base64.getEncoder().encodeToString(shifted).substring(begun, whole));
      ways.put(
          "base64url, " + before,
          Base64.getUrlEncoder().encodeToString(shifted).substring(begun, whole));
    }
    return ways;
  }

  private static String inner(String list) {
    return list.substring(1, list.length() - 1);
  }

  /// Checks that no output holds any of them.
  void requireNoneIn(Map<String, byte[]> outputs) {
    Map<String, Set<String>> found = new TreeMap<>();
    for (Map.Entry<String, byte[]> output : outputs.entrySet()) {
      Set<String> here = in(output.getValue());
      if (!here.isEmpty()) {
        found.put(output.getKey(), here);
      }
    }
    assertThat(found).isEmpty();
  }

  /// All files of a folder by their names in it, decompressed.
  static Map<String, byte[]> filesIn(Path folder) throws IOException {
    Map<String, byte[]> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(folder.relativize(file).toString(), read(file));
      }
    }
    return contents;
  }

  private static byte[] read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (!file.toString().endsWith(".gossip")) {
      return bytes;
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    }
  }

  /// The permissions of each file in a folder.
  static Map<String, String> permissionsIn(Path folder) throws IOException {
    Map<String, String> permissions = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        permissions.put(
            folder.relativize(file).toString(),
            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
      }
    }
    return permissions;
  }
}
