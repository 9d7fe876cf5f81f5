package p2pgossip.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// A zip file that somebody has tampered with.
final class Forged {

  /// Begins the entry of a file in the central directory (PKWARE, "APPNOTE.TXT", 4.3.12).
  private static final int CENTRAL = 0x02014b50;

  private static final int SIZE = 24;
  private static final int NAME_LENGTH = 28;
  private static final int NAME = 46;

  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  /// Begins with what is in a real one.
  static Forged of(Path file) throws IOException {
    Forged forged = new Forged();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        forged.entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    return forged;
  }

  Forged with(String name, String text) {
    entries.put(name, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  Forged without(String name) {
    entries.remove(name);
    return this;
  }

  Forged changed(String name, UnaryOperator<String> change) {
    return with(name, change.apply(new String(entries.get(name), StandardCharsets.UTF_8)));
  }

  Path write(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }

  /// Lets the central directory say another size.
  static void claimSize(Path file, String name, int size) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(centralEntry(bytes, name) + SIZE, size);
    Files.write(file, bytes.array());
  }

  /// Gives an entry another name of the same length, wherever it stands.
  static void rename(Path file, String from, String to) throws IOException {
    String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    Files.write(file, bytes.replace(from, to).getBytes(StandardCharsets.ISO_8859_1));
  }

  private static int centralEntry(ByteBuffer bytes, String name) {
    for (int at = 0; at < bytes.limit() - NAME; at++) {
      if (bytes.getInt(at) == CENTRAL && bytes.getShort(at + NAME_LENGTH) == name.length()) {
        byte[] found = new byte[name.length()];
        bytes.get(at + NAME, found);
        if (new String(found, StandardCharsets.UTF_8).equals(name)) {
          return at;
        }
      }
    }
    throw new AssertionError("there is no " + name);
  }
}
