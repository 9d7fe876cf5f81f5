package p2pgossip.results;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import p2pgossip.wire.ExperimentJson;
import tools.jackson.databind.json.JsonMapper;

class ShardEngineTest {

  private static final ShardEngine.Way WAY =
      new ShardEngine.Way("/opt/it's here/run.sh", 8, 2, "example.org/p2pgossip:1.1.0");

  @TempDir Path temp;

  private SweepFolder folder() throws Exception {
    return SweepFolder.plan(
        ExperimentJson.read(
            """
            {"name": "a", "scale": "arrays", "base": {"peers": 30},
             "measures": ["reached"], "repetitions": 4}
            """
                .getBytes(UTF_8)),
        "p2pgossip test",
        temp.resolve("a sweep"));
  }

  @Test
  void theManifestForKubernetesIsAnIndexedJob() throws Exception {
    SweepFolder folder = folder();

    Job read =
        JsonMapper.builder().build().readValue(ShardEngine.KUBERNETES.text(folder, WAY), Job.class);

    assertThat(read)
        .isEqualTo(
            new JobBuilder()
                .withNewMetadata()
                .withName("p2pgossip-sweep-" + folder.hash().substring(0, 8))
                .endMetadata()
                .withNewSpec()
                .withCompletionMode("Indexed")
                .withCompletions(8)
                .withParallelism(8)
                .withBackoffLimitPerIndex(3)
                .withNewTemplate()
                .withNewSpec()
                .withRestartPolicy("Never")
                .addNewContainer()
                .withName("shard")
                .withImage("example.org/p2pgossip:1.1.0")
                .withCommand(
                    "sh",
                    "-c",
                    "exec '/opt/it'\\''s here/run.sh' sweep run /sweep"
                        + " --shard \"$$((JOB_COMPLETION_INDEX + 1))/8\" --threads 2")
                .addNewVolumeMount()
                .withName("sweep")
                .withMountPath("/sweep")
                .endVolumeMount()
                .endContainer()
                .addNewVolume()
                .withName("sweep")
                .withNewPersistentVolumeClaim()
                .withClaimName("p2pgossip-sweep")
                .endPersistentVolumeClaim()
                .endVolume()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build());
  }

  @Test
  void theScriptsRunTheSameCommandForEachShardAndQuotePaths() throws Exception {
    SweepFolder folder = folder();
    String place = folder.path().toString();

    assertThat(new String(ShardEngine.SLURM.text(folder, WAY), UTF_8))
        .startsWith("#!/bin/sh\n")
        .contains(
            "\n#SBATCH --array=1-8\n", "\n#SBATCH --cpus-per-task=2\n", "\ncd '" + place + "'")
        .contains(
            "\nexec '/opt/it'\\''s here/run.sh' sweep run ."
                + " --shard \"$SLURM_ARRAY_TASK_ID/8\" --threads 2");
    assertThat(new String(ShardEngine.PARALLEL.text(folder, WAY), UTF_8))
        .endsWith(
            "\nseq 1 8 | exec parallel --quote '/opt/it'\\''s here/run.sh' sweep run '%s' --shard {}/8 --threads 2\n"
                .formatted(place));
  }

  @Test
  void aPathThatCanNotStandInAScriptIsRefused() throws Exception {
    SweepFolder folder = folder();

    assertThatThrownBy(
            () ->
                ShardEngine.SLURM.text(
                    folder, new ShardEngine.Way("/opt/a\nb/run.sh", 8, 2, "image")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a path with a line break can't stand in a script");
  }
}
