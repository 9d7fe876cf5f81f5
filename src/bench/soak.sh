#!/usr/bin/env bash
# Runs a swarm of 50 without a window, with a rumour every 10 s. Prints every 30 s its memory, its
# threads and how many rumours did not reach all; at the end, whether memory was higher in the last
# third of the time than in the second. Uses the built program; run by hand.
#
#   src/bench/soak.sh [--no-build] [MINUTES [PERIOD_MS [TOPOLOGY]]]
#
# Without arguments 30 minutes, a period of 1000 ms and small-world:4:0.1, as with --peers.
set -euo pipefail
unset CDPATH
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

builds=true
while [ $# -gt 0 ]; do
  case $1 in
    --no-build) builds=false ;;
    -h | --help)
      sed -n '2,8s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
      exit
      ;;
    *) break ;;
  esac
  shift
done

if $builds; then
  echo 'building ...' >&2
  mvn -B -q -ntp -DskipTests package >&2
fi

# The flags that run.sh gives the JVM for such a program, up to its class path, without its cache of
# classes, which other programs can't use.
command=()
while IFS= read -r word; do
  case $word in
    -cp) break ;;
    -XX:AOTCache=*) ;;
    *) command+=("$word") ;;
  esac
done < <(P2PGOSSIP_SHOW_COMMAND=1 ./run.sh --headless)
[ "${#command[@]}" -gt 0 ] || {
  echo 'soak.sh: run.sh did not say what it would start' >&2
  exit 1
}

exec "${command[@]}" -cp "target/test-classes:target/p2pgossip.jar:target/lib/*" \
  p2pgossip.bench.SoakBenchmark "$@"
