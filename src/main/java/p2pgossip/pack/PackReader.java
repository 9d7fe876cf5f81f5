package p2pgossip.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import p2pgossip.file.FailureInWords;
import p2pgossip.file.Sha256;
import p2pgossip.file.UserFile;
import p2pgossip.gossip.Quote;
import p2pgossip.gossip.ShownText;
import p2pgossip.lesson.Lesson;
import p2pgossip.lesson.LessonException;
import p2pgossip.lesson.LessonFiles;
import p2pgossip.lesson.LessonNotes;
import p2pgossip.lesson.LessonReader;
import p2pgossip.lesson.Theory;
import p2pgossip.wire.PackedAnswers;
import p2pgossip.wire.PackedAnswersJson;
import p2pgossip.wire.WireException;

/// Reads lab packs, which come from anywhere. The answers and the lesson are read into memory, up
/// to a bound; nothing else is unpacked, and nothing is written to the disk. It waits for the disk
/// and asks theory, so it is not for the FX thread. Thread-safe.
public final class PackReader {

  private static final Pattern PATH =
      Pattern.compile("[\\p{L}\\p{N} _.()+-]+(/[\\p{L}\\p{N} _.()+-]+)*/?");

  private static final Set<String> STEPS = Set.of(".", "..");

  private final Theory theory = new Theory();

  /// The bundled lessons by the hashes of their texts, once they are needed.
  private final Map<String, Lesson> known = new ConcurrentHashMap<>();

  /// Reads a pack as a whole, or not at all.
  ///
  /// @throws IOException when it can't be read or is no lab pack, naming the file, the entry, and
  ///     what is wrong
  public LabPack read(Path file) throws IOException {
    try {
      return readIt(file);
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException(file + ": " + FailureInWords.of(e), e);
    } catch (IllegalArgumentException e) {
      // The names of entries may be in no encoding that is known.
      throw new IOException(file + ": it is a damaged zip file", e);
    }
  }

  private LabPack readIt(Path file) throws IOException {
    // A pipe or a device is refused, as is a file that can't be opened.
    UserFile.open(file).close();
    long size = Files.size(file);
    if (size > PackLimits.LARGEST_FILE) {
      throw tooMuch("it", size, PackLimits.LARGEST_FILE);
    }
    try (ZipFile zip = opened(file)) {
      requireFit(zip);
      byte[] lesson = bytes(zip, PackWriter.LESSON, Lesson.LARGEST);
      PackedAnswers answers = answers(bytes(zip, PackWriter.ANSWERS, PackedAnswersJson.LARGEST));
      return pack(file, answers, lesson);
    }
  }

  private static ZipFile opened(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException e) {
      throw new IOException("it is no zip file, or a damaged one", e);
    }
  }

  private static void requireFit(ZipFile zip) throws IOException {
    if (zip.size() > PackLimits.MOST_ENTRIES) {
      throw new IOException(
          String.format(
              Locale.UK,
              "it has %,d entries, and a lab pack has at most %,d",
              zip.size(),
              PackLimits.MOST_ENTRIES));
    }
    long content = 0;
    Set<String> names = new HashSet<>();
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements()) {
      ZipEntry entry = entries.nextElement();
      requireFit(entry.getName());
      if (!names.add(entry.getName())) {
        throw new IOException("it has two entries " + Quote.of(entry.getName()));
      }
      content += Math.max(0, entry.getSize());
      if (content > PackLimits.LARGEST_CONTENT) {
        throw new IOException(
            String.format(
                Locale.UK, "unpacked, it has more than %,d bytes", PackLimits.LARGEST_CONTENT));
      }
    }
  }

  /// No entry leads out of the folder in which somebody may unpack it.
  private static void requireFit(String name) throws IOException {
    if (name.length() > PackLimits.LONGEST_NAME
        || !PATH.matcher(name).matches()
        || Arrays.stream(name.split("/", -1)).anyMatch(STEPS::contains)) {
      throw new IOException(
          "a lab pack has no entry " + Quote.of(name) + ", whose name might lead anywhere");
    }
  }

  private static byte[] bytes(ZipFile zip, String name, int most) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null || entry.isDirectory()) {
      throw new IOException("it is no lab pack: there is no %s in it".formatted(name));
    }
    if (entry.getSize() > most) {
      throw tooMuch(name, entry.getSize(), most);
    }
    byte[] bytes;
    try (InputStream in = zip.getInputStream(entry)) {
      bytes = in.readNBytes(most + 1);
    } catch (IOException e) {
      throw new IOException(name + " can't be unpacked: it is damaged", e);
    }
    if (bytes.length > most) {
      throw tooMuch(name, bytes.length, most);
    }
    return bytes;
  }

  private static IOException tooMuch(String what, long size, long most) {
    return new IOException(
        String.format(Locale.UK, "%s has %,d bytes, more than %,d", what, size, most));
  }

  private static PackedAnswers answers(byte[] json) throws IOException {
    try {
      return PackedAnswersJson.read(json);
    } catch (WireException e) {
      throw new IOException(PackWriter.ANSWERS + ": " + e.reason(), e);
    }
  }

  private LabPack pack(Path file, PackedAnswers answers, byte[] text) throws IOException {
    Lesson lesson;
    try {
      lesson = LessonReader.read(answers.played().lesson(), fit(text));
    } catch (LessonException e) {
      throw new IOException(PackWriter.LESSON + ": " + e.reason(), e);
    }
    String hash = Sha256.hex(text);
    if (!hash.equals(answers.hash())) {
      throw new IOException(
          "%s is not the lesson that was played: its hash is not that in %s"
              .formatted(PackWriter.LESSON, PackWriter.ANSWERS));
    }
    Lesson mine = known().get(hash);
    return LabPack.of(
        file,
        answers,
        LessonNotes.restored(mine == null ? lesson : mine, answers.played()),
        mine != null,
        theory);
  }

  /// The lesson without characters that are invisible or move others. Those of the program have
  /// none.
  private static byte[] fit(byte[] text) {
    StringBuilder fit = new StringBuilder(text.length);
    int before = ' ';
    for (int character : new String(text, StandardCharsets.UTF_8).codePoints().toArray()) {
      boolean shown = "\n\r\t".indexOf(character) >= 0 || ShownText.isFit(character, before);
      fit.appendCodePoint(shown ? character : 0xfffd);
      before = character;
    }
    return fit.toString().getBytes(StandardCharsets.UTF_8);
  }

  private Map<String, Lesson> known() throws IOException {
    if (known.isEmpty()) {
      for (Lesson lesson : LessonFiles.allBundled()) {
        known.put(lesson.hash(), lesson);
      }
    }
    return known;
  }
}
