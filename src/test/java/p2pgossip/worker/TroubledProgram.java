package p2pgossip.worker;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/// A program that ends badly, in the way that its argument names.
final class TroubledProgram {

  private TroubledProgram() {}

  public static void main(String[] arguments) {
    PrintStream out = System.out;
    switch (arguments[0]) {
      case "memory" -> {
        List<byte[]> kept = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
          kept.add(new byte[1 << 20]);
          out.println(kept.size());
        }
      }
      case "status" -> {
        System.err.println("First words.\nNo luck today.");
        System.exit(5);
      }
      case "endless" -> {
        while (!out.checkError()) {
          out.print("x".repeat(1_000));
        }
      }
      case "complaints" -> {
        for (int i = 0; i < 100_000; i++) {
          System.err.println("complaint " + i);
        }
        System.exit(6);
      }
      default -> out.println(arguments[0]);
    }
  }
}
