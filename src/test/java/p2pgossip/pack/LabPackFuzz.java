package p2pgossip.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import p2pgossip.export.Progress;
import p2pgossip.fuzz.Must;
import p2pgossip.fuzz.TemporaryFolder;
import p2pgossip.lesson.Theory;

/// A lab pack as a whole.
public final class LabPackFuzz {

  private static final PackReader READER = new PackReader();

  private LabPackFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    try (TemporaryFolder folder = new TemporaryFolder()) {
      Path file = Files.write(folder.path().resolve("a.zip"), input);
      LabPack read;
      try {
        read = READER.read(file);
      } catch (IOException e) {
        Must.beOneLine(String.valueOf(e.getMessage()));
        return;
      }
      Must.beSame(List.of(file), folder.files());
      writeAgain(read, folder.path().resolve("b.zip"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeAgain(LabPack read, Path file) {
    if (read.answers().student().isBlank()) {
      return;
    }
    try {
      List<String> _ =
          PackWriter.write(
              file,
              new HandIn(read.answers().student(), read.progress(), Theory.unasked(), List.of()),
              read.answers().program(),
              read.answers().saved(),
              Progress.UNHEARD);
      Must.beSame(read.progress(), READER.read(file).progress());
    } catch (IOException e) {
      throw Must.beReadAgain(e);
    }
  }
}
