package p2pgossip.results;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import p2pgossip.gossip.Quote;
import p2pgossip.wire.ShardJob;
import p2pgossip.wire.ShardJobJson;

/// What can run the shards of a sweep on many machines, and the file with which it is told to. Each
/// shard is the same command.
public enum ShardEngine {
  /// Slurm: a job array, for `sbatch`.
  SLURM("sweep.sbatch", "sbatch"),
  /// Kubernetes: an Indexed Job, for `kubectl apply -f`.
  KUBERNETES("job.json", "kubectl apply -f"),
  /// GNU parallel: a line for a shell.
  PARALLEL("parallel.sh", "sh");

  private static final String MOUNTED = "/sweep";
  private static final int LETTERS_OF_A_HASH = 8;

  private final String file;
  private final String command;

  ShardEngine(String file, String command) {
    this.file = file;
    this.command = command;
  }

  /// How the shards are run.
  ///
  /// @param program the absolute path of `run.sh`, where all shards find it
  /// @param shards 1 or more
  /// @param threads of each shard
  /// @param image for Kubernetes
  public record Way(String program, int shards, int threads, String image) {}

  /// The word on the command line.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws IllegalArgumentException when there is no such engine
  public static ShardEngine of(String word) {
    for (ShardEngine engine : values()) {
      if (engine.word().equals(word)) {
        return engine;
      }
    }
    throw new IllegalArgumentException(
        "there are slurm, kubernetes and parallel, not " + Quote.of(word));
  }

  /// The name of the file.
  public String file() {
    return file;
  }

  /// The command that takes the file.
  public String command() {
    return command;
  }

  /// The contents of the file.
  ///
  /// @throws IllegalArgumentException when a path has a line break in it
  public byte[] text(SweepFolder folder, Way way) {
    String place = folder.path().toAbsolutePath().normalize().toString();
    if ((place + way.program()).indexOf('\n') >= 0) {
      throw new IllegalArgumentException("a path with a line break can't stand in a script");
    }
    return switch (this) {
      case SLURM -> slurm(place, way).getBytes(StandardCharsets.UTF_8);
      case PARALLEL -> parallel(place, way).getBytes(StandardCharsets.UTF_8);
      case KUBERNETES -> ShardJobJson.write(job(folder, way));
    };
  }

  private static String slurm(String place, Way way) {
    return """
    #!/bin/sh
    # All shards of a sweep as a job array: sbatch sweep.sbatch
    #SBATCH --job-name=p2pgossip-sweep
    #SBATCH --array=1-%s
    #SBATCH --ntasks=1
    #SBATCH --cpus-per-task=%s
    #SBATCH --output=/dev/null
    cd %s || exit
    exec %s sweep run . --shard "$SLURM_ARRAY_TASK_ID/%s" --threads %s >"slurm-$SLURM_ARRAY_TASK_ID.txt" 2>&1
    """
        .formatted(
            way.shards(),
            way.threads(),
            quoted(place),
            quoted(way.program()),
            way.shards(),
            way.threads());
  }

  private static String parallel(String place, Way way) {
    return """
    #!/bin/sh
    # All shards of a sweep, as many at a time as there are processors: sh parallel.sh
    seq 1 %s | exec parallel --quote %s sweep run %s --shard {}/%s --threads %s
    """
        .formatted(way.shards(), quoted(way.program()), quoted(place), way.shards(), way.threads());
  }

  private static ShardJob job(SweepFolder folder, Way way) {
    // The index begins at 0. Kubernetes makes one $ of two, and would look for a variable after
    // one.
    String line =
        "exec %s sweep run %s --shard \"$$((JOB_COMPLETION_INDEX + 1))/%s\" --threads %s"
            .formatted(quoted(way.program()), MOUNTED, way.shards(), way.threads());
    String name = "p2pgossip-sweep";
    return new ShardJob(
        name + "-" + folder.hash().substring(0, LETTERS_OF_A_HASH),
        way.shards(),
        way.image(),
        List.of("sh", "-c", line),
        name,
        MOUNTED);
  }

  /// A word of a POSIX shell that stands for the text.
  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
