#!/usr/bin/env bash
# Tries with the fuzzer Jazzer what reads bytes from outside, from the inputs that are kept in
# src/test/resources/fuzz. What it finds goes to target/fuzz/TARGET, and the last line says how much
# was tried. Fails when anything was found.
#
#   src/bench/fuzz.sh [--short | --seconds N] [--no-build] [TARGET ...]
#
# Without names all are tried, one after the other, each for N seconds: 60 unless told, 2 with --short.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

seconds=60
builds=true
targets=()

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
    --short) seconds=2 ;;
    --seconds)
      [[ "${2:-}" =~ ^[1-9][0-9]{0,5}$ ]] || fail '--seconds wants a number from 1 to 999999'
      seconds=$2
      shift
      ;;
    --no-build) builds=false ;;
    -h | --help)
      sed -n '2,8s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
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
[ "${#targets[@]}" -gt 0 ] || targets=("${all[@]}")

# A target may open sockets: the server is tried over one.
export JAZZER_SSRF_PERMISSIVE_UNTIL_CONFIGURED=1

mkdir -p target/fuzz
if $builds || [ ! -s target/fuzz/java-settings ]; then
  say 'building ...'
  mvn -B -q -ntp -Pfuzz test-compile dependency:build-classpath \
    -Dmdep.outputFile=target/fuzz/classpath exec:exec@java-settings >&2
fi
java=$(sed -n 's/^ *java\.home = //p' target/fuzz/java-settings)/bin/java
[ -x "$java" ] || fail 'no JDK was found'
path=$PWD/target/test-classes:$PWD/target/classes:$(cat target/fuzz/classpath)

# number NAME FILE: what the fuzzer says at its end of NAME.
number() { sed -n "s/^stat::$1: *//p" "$2"; }

found=()
for class in "${targets[@]}"; do
  name=${class##*.}
  folder=target/fuzz/$name
  mkdir -p "$folder/corpus"
  status=0
  "$java" -Xmx512m -XX:+UseSerialGC -XX:+EnableDynamicAgentLoading \
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -Dorg.jboss.logging.provider=slf4j -Dorg.slf4j.simpleLogger.defaultLogLevel=off \
    -cp "$path" com.code_intelligence.jazzer.Jazzer \
    --target_class="$class" --instrumentation_includes='p2pgossip.**:com.google.gson.**' \
    --reproducer_path="$folder" \
    -max_total_time="$seconds" -timeout=10 -rss_limit_mb=4096 -max_len=8192 \
    -print_final_stats=1 -artifact_prefix="$folder/" \
    "$folder/corpus" "src/test/resources/fuzz/$name" >"$folder/log" 2>&1 </dev/null || status=$?
  # Of the last line of its progress: the branches that were reached.
  reached=$(sed -n 's/^#[0-9].* cov: \([0-9]*\) .*/\1/p' "$folder/log" | tail -n 1)
  printf '%-16s %9s inputs in %s s, %s branches reached, %s\n' "$name" \
    "$(number number_of_executed_units "$folder/log")" "$seconds" "${reached:-no}" \
    "$([ "$status" -eq 0 ] && echo 'nothing found' || echo "FOUND: see $folder/log")"
  [ "$status" -eq 0 ] || found+=("$name")
done
[ "${#found[@]}" -eq 0 ] || fail "found something with ${found[*]}"
