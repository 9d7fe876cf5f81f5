package p2pgossip.population;

/// A hash over numbers, the same on every machine and in every version.
final class Hash {

  private Hash() {}

  /// Takes in one more number: the finalizer of MurmurHash3 (Appleby 2011) over a sum.
  static long mixed(long hash, long value) {
    long mixed = hash * 31 + value + 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ mixed >>> 33) * 0xFF51AFD7ED558CCDL;
    mixed = (mixed ^ mixed >>> 33) * 0xC4CEB9FE1A85EC53L;
    return mixed ^ mixed >>> 33;
  }
}
