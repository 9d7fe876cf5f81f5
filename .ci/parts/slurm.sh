#!/usr/bin/env bash
# A sweep as a job array of Slurm: a controller and a node on this machine, on loopback, and eight
# shards. The merged results are those of one process, byte for byte.
# needs: slurm-wlm
set -euo pipefail

scratch=${TMPDIR:-/tmp}/slurm
failed=0
started=()

fail() {
  echo "FAILED: $*" >&2
  failed=1
}

clean_up() {
  local pid
  scancel --quiet --user root 2>/dev/null || true
  for pid in ${started[@]+"${started[@]}"}; do kill "$pid" 2>/dev/null || true; done
  wait
  rm -rf "$scratch"
}
trap clean_up EXIT
trap 'exit 143' HUP INT TERM

# free_port: a port that nobody listens on, in $port.
free_port() {
  port=$((20000 + RANDOM % 10000))
  while (: </dev/tcp/127.0.0.1/"$port") 2>/dev/null; do port=$((port + 1)); done
}

mkdir -p "$scratch/state" "$scratch/spool"
export SLURM_CONF=$scratch/slurm.conf
free_port
controller=$port
free_port
cat >"$SLURM_CONF" <<CONF
ClusterName=sweep
SlurmctldHost=$(hostname -s)(127.0.0.1)
SlurmctldPort=$controller
SlurmdPort=$port
SlurmUser=root
SlurmdUser=root
AuthType=auth/none
CredType=cred/none
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
ReturnToService=2
StateSaveLocation=$scratch/state
SlurmdSpoolDir=$scratch/spool
SlurmctldPidFile=$scratch/slurmctld.pid
SlurmdPidFile=$scratch/slurmd.pid
NodeName=$(hostname -s) NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
SlurmdParameters=config_overrides
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF
slurmctld -D >"$scratch/slurmctld.log" 2>&1 &
started+=("$!")
slurmd -D >"$scratch/slurmd.log" 2>&1 &
started+=("$!")
end=$((SECONDS + 60))
until sinfo --noheader --format %t 2>/dev/null | grep -qx idle; do
  if [ "$SECONDS" -ge "$end" ]; then
    cat "$scratch"/slurm*.log >&2
    fail 'Slurm did not start'
    exit 1
  fi
  sleep 0.2
done

./run.sh sweep plan reliability --out "$scratch/one" >/dev/null
./run.sh sweep run "$scratch/one" 2>/dev/null >/dev/null

./run.sh sweep plan reliability --out "$scratch/array" >/dev/null
./run.sh sweep export slurm "$scratch/array" --shards 8 >/dev/null
sbatch --wait --parsable "$scratch/array/sweep.sbatch" || fail "the job array's status is $?"
logs=$(find "$scratch/array" -name 'runs-*-of-8.csv' -size +0 | wc -l)
[ "$logs" -eq 8 ] || fail "$logs shards have a log, not 8"
if [ "$logs" -ne 8 ]; then cat "$scratch"/array/slurm-*.txt >&2; fi
./run.sh sweep merge "$scratch/array" --out "$scratch/merged" >/dev/null
for name in results.csv results.parquet summary.csv; do
  cmp "$scratch/one/$name" "$scratch/merged/$name" || fail "$name is not the same"
done

[ "$failed" -eq 0 ]
echo "An array of 8 gave the results of one process: $(wc -l <"$scratch/merged/results.csv") lines."
