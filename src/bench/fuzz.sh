#!/usr/bin/env bash
# Fuzzes with Jazzer everything that reads bytes from outside, starting from the inputs kept in
# src/test/resources/fuzz. Findings go to target/fuzz/TARGET; a line for each target gives the number
# of inputs, and the last line the total. Fails if anything was found.
#
#   src/bench/fuzz.sh [--seconds N] [--no-build] [TARGET ...]
#   src/bench/fuzz.sh --short [--no-build]
#
# Without names all targets are run, one after the other, each for N seconds (default: 60). With --short
# all are run in one JVM that divides the time among them, which takes less than a minute.
# --no-build uses the classes as they are.
set -euo pipefail
unset CDPATH
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

seconds=60
builds=true
short=false
targets=()
more=()

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "fuzz.sh: $*"
  exit 1
}

all=()
while IFS= read -r file; do
  class=${file#src/test/java/}
  class=${class%.java}
  all+=("${class//\//.}")
done < <(find src/test/java -name '*Fuzz.java' | sort)

class_of() {
  local class
  for class in "${all[@]}"; do
    if [ "${class##*.}" = "$1" ]; then echo "$class"; fi
  done
}

while [ "$#" -gt 0 ]; do
  case $1 in
    --short) short=true ;;
    --seconds)
      [[ "${2:-}" =~ ^[1-9][0-9]{0,5}$ ]] || fail '--seconds wants a number from 1 to 999999'
      seconds=$2
      shift
      ;;
    --no-build) builds=false ;;
    -h | --help)
      sed -n '2,12s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
      echo "targets: ${all[*]##*.}"
      exit
      ;;
    *)
      class=$(class_of "$1")
      [ -n "$class" ] || fail "\"$1\" is none of ${all[*]##*.}"
      targets+=("$class")
      ;;
  esac
  shift
done
if $short; then
  [ "${#targets[@]}" -eq 0 ] || fail '--short tries all targets, and takes no names'
  # Setting up the fuzzer takes ten seconds more, and several times that on a busy machine.
  seconds=30
  targets=(p2pgossip.fuzz.AllTargets)
  # The same code gets the same verdict.
  more=(-seed=20261127)
fi
[ "${#targets[@]}" -gt 0 ] || targets=("${all[@]}")

# Targets may open sockets, since servers are fuzzed over them.
export JAZZER_SSRF_PERMISSIVE_UNTIL_CONFIGURED=1

mkdir -p target/fuzz
if $builds || [ ! -s target/fuzz/java-settings ]; then
  say 'building ...'
  # Maven chooses the JDK when it validates.
  mvn -B -q -ntp -Pfuzz "$($builds && echo test-compile || echo validate)" \
    dependency:build-classpath -Dmdep.outputFile=target/fuzz/classpath \
    exec:exec@java-settings >&2
fi
java=$(sed -n 's/^ *java\.home = //p' target/fuzz/java-settings)/bin/java
[ -x "$java" ] || fail 'no JDK was found'
path=$PWD/target/test-classes:$PWD/target/classes:$(cat target/fuzz/classpath)

# number NAME FILE: the final figure NAME of the fuzzer.
number() { sed -n "s/^stat::$1: *//p" "$2"; }

found=()
tried=0
SECONDS=0
for class in "${targets[@]}"; do
  name=${class##*.}
  folder=target/fuzz/$name
  mkdir -p "$folder/corpus"
  kept=src/test/resources/fuzz/$name
  if $short; then
    kept=$folder/kept
    rm -rf "$kept"
    "$java" -cp "$path" "$class" "$kept"
  fi
  status=0
  "$java" -Xmx512m -XX:+UseSerialGC -XX:+EnableDynamicAgentLoading \
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -Dorg.jboss.logging.provider=slf4j -Dorg.slf4j.simpleLogger.defaultLogLevel=off \
    -cp "$path" com.code_intelligence.jazzer.Jazzer \
    --target_class="$class" --instrumentation_includes='p2pgossip.**:com.google.gson.**' \
    --reproducer_path="$folder" \
    -max_total_time="$seconds" -timeout=10 -rss_limit_mb=4096 -max_len=8192 \
    ${more[@]+"${more[@]}"} -print_final_stats=1 -artifact_prefix="$folder/" \
    "$folder/corpus" "$kept" >"$folder/log" 2>&1 </dev/null || status=$?
  # The branches reached, from the last line of its progress.
  reached=$(sed -n 's/^#[0-9].* cov: \([0-9]*\) .*/\1/p' "$folder/log" | tail -n 1)
  inputs=$(number number_of_executed_units "$folder/log")
  tried=$((tried + ${inputs:-0}))
  sed -n 's/^tried //p' "$folder/log"
  printf '%-17s %9s inputs in %s s, %s branches reached, %s\n' "$name" "${inputs:-0}" \
    "$seconds" "${reached:-no}" \
    "$([ "$status" -eq 0 ] && echo 'nothing found' || echo "FOUND: see $folder/log")"
  if [ "$status" -ne 0 ]; then
    found+=("$name")
    sed -n -e '/^== Java/,/^DEDUP/p' -e '/^==[0-9]*== *ERROR/,$p' "$folder/log" |
      cut -c 1-1000 | head -n 30 >&2
  fi
done
if [ "${#targets[@]}" -gt 1 ]; then
  echo "${#targets[@]} targets, $tried inputs in $SECONDS s, something found with ${#found[@]}"
fi
[ "${#found[@]}" -eq 0 ] || fail "found something with ${found[*]}"
