package p2pgossip;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import p2pgossip.export.Progress;
import p2pgossip.export.ThisProgram;
import p2pgossip.pack.PackCheck;
import p2pgossip.pack.PackCsv;
import p2pgossip.pack.PackFiles;
import p2pgossip.pack.PackReader;
import p2pgossip.pack.PackRow;
import p2pgossip.pack.PackTable;
import p2pgossip.pack.PackText;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/// `./run.sh packs`: reads what many students have handed in into one table.
final class PacksCommand {

  /// The word that selects it, as the first of the command line.
  static final String NAME = "packs";

  private static final int ALL_READ = 0;
  private static final int FAILED = 1;
  private static final int BAD_FLAG = 2;

  private final PrintStream out;
  private final PrintStream err;
  private final EndSignals signals;
  private final IntConsumer endAtOnce;

  /// @param signals not handled yet
  /// @param endAtOnce ends the process with an exit status
  PacksCommand(PrintStream out, PrintStream err, EndSignals signals, IntConsumer endAtOnce) {
    this.out = out;
    this.err = err;
    this.signals = signals;
    this.endAtOnce = endAtOnce;
  }

  /// @param given what follows the word
  /// @return the exit status
  int run(String... given) {
    PacksFlags flags = new PacksFlags();
    try {
      CommandLine help = flags.read(given);
      if (help != null) {
        help.usage(out, Ansi.AUTO);
        return ALL_READ;
      }
      if (flags.places.isEmpty()) {
        return refuse("name the lab packs, or the folder in which they are");
      }
      List<Path> places = flags.places.stream().map(FlagValues::path).toList();
      return show(places, flags);
    } catch (ParameterException e) {
      return refuse(BadFlag.inWords(e));
    } catch (IllegalArgumentException e) {
      return refuse(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      err.println("p2pgossip packs: " + e.getMessage());
      return FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FAILED;
    }
  }

  private int refuse(String words) {
    err.println("p2pgossip packs: " + words + "; see ./run.sh packs --help");
    return BAD_FLAG;
  }

  private int show(List<Path> places, PacksFlags flags) throws IOException, InterruptedException {
    PackTable table =
        PackFiles.read(places, new PackReader(), ThisProgram.nameAndVersion(), Progress.UNHEARD);
    Map<Path, String> checks = new LinkedHashMap<>();
    if (flags.check) {
      try (OrderlyEnd ending = new OrderlyEnd(err, signals, endAtOnce, () -> {})) {
        check(table, checks, ending);
        if (ending.isWanted()) {
          return ending.exitStatus();
        }
      }
    }
    PackText.lines(table, checks).forEach(out::println);
    table.refused().forEach(it -> err.println("p2pgossip packs: " + it.reason()));
    Path csv = flags.csv;
    if (csv != null) {
      PackCsv.write(csv, table, checks);
      err.println("p2pgossip packs: the table is in " + csv);
    }
    return table.refused().isEmpty() ? ALL_READ : FAILED;
  }

  private static void check(PackTable table, Map<Path, String> checks, OrderlyEnd ending)
      throws InterruptedException {
    PackCheck check = new PackCheck(Runtime.getRuntime().availableProcessors());
    try {
      for (PackRow row : table.rows()) {
        checks.put(row.pack().file(), check.check(row.pack(), ending::isWanted));
      }
    } catch (CancellationException e) {
      // Asked for; nothing is told, as the table would be half checked.
      checks.clear();
    }
  }
}
