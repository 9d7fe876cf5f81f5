#!/usr/bin/env bash
# Starts p2pgossip: ./run.sh [flags], see ./run.sh --help.
# ./run.sh simulate [flags] simulates up to millions of peers, see ./run.sh simulate --help;
# ./run.sh sweep runs experiments, see assets/LABORATORY.md;
# ./run.sh scales compares real sockets, virtual time and arrays;
# ./run.sh packs reads the lab packs of a class into one table;
# ./run.sh validate [--quick] checks the simulation against theory.
# Builds it first when a source has changed since the last build. Works with bash 3.2 and newer.
# ./run.sh verify [flags of Maven] builds it and runs all tests.
set -euo pipefail
unset CDPATH # it would make cd go elsewhere and print the folder

release=25 # the oldest JDK that will do
maven=3.9.16 # downloaded if there is none; the SHA-512 of its archive:
maven_sum=ed41650d42485cfc243fad22158caf9cbb5dc408ce7a09ddb94dd42a019de929ca43065bfa450612cf12bf78b5cafa3884b96c090de326ff590448c933454af3

say() { printf '%s\n' "$@" >&2; }

# Sets `resolved` to the file that $1 stands for, once every symbolic link is followed.
resolve() {
  local link
  resolved=$1
  while [ -L "$resolved" ]; do
    link=$(readlink -- "$resolved")
    case $link in
      /*) resolved=$link ;;
      *) resolved=$(dirname -- "$resolved")/$link ;;
    esac
  done
}

resolve "${BASH_SOURCE[0]}"
home=$(cd -P -- "$(dirname -- "$resolved")" && pwd)
target=$home/target
run=$target/run

# --- The environment ---

# Sets a locale with UTF-8, by which Java reads the flags, the environment and the names of files:
# with any other, letters are lost. In a locale that is not installed, the two bytes of an e with an
# accent count as two letters.
speak_utf8() {
  local locale own=${LC_ALL:-${LC_CTYPE:-${LANG-}}} letter=$'\303\251'
  for locale in C.UTF-8 en_US.UTF-8 "$own"; do
    { export LC_ALL=$locale; } 2>/dev/null
    if [ "${#letter}" -eq 1 ]; then return; fi
  done
}

require_usable_folder() {
  case $home in
    *:*)
      say "p2pgossip can't run in $home: Java does not accept a colon in the name of this folder. Rename it, or move p2pgossip."
      exit 1
      ;;
  esac
}

# --- The JDK ---

# Sets `version` ("25.0.3") and `feature` (25) of the JDK at $1, or fails if there is none.
# Its release file tells that faster than starting a JVM.
look_at() {
  local line
  version=
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
  if [ -r "$1/release" ]; then
    while IFS= read -r line; do
      case $line in JAVA_VERSION=*) version=${line#*=} ;; esac
    done <"$1/release"
  else
    version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p') || true
  fi
  version=${version//\"/}
  feature=${version%%[!0-9]*}
  [ -n "$feature" ] && [ "$feature" -ge "$release" ]
}

# Sets `java_home` and `version`: the JDK that the user has chosen, else the installed one nearest to
# the release that the program is built for.
find_jdk() {
  local path candidate nearest=
  java_home=${JAVA_HOME-}
  [ -n "$java_home" ] && look_at "$java_home" && return

  # Apple's /usr/bin/java is only a stub for the JDKs that are looked for below.
  if path=$(command -v java) && [ "$(uname)$path" != Darwin/usr/bin/java ]; then
    resolve "$path"
    java_home=$(cd -P -- "$(dirname -- "$resolved")/.." && pwd)
    look_at "$java_home" && return
  fi

  java_home=
  for candidate in \
    /usr/lib/jvm/* /usr/lib64/jvm/* /usr/local/lib/jvm/* /usr/java/* /opt/* /opt/java/* \
    "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* "${HOME-}"/.asdf/installs/java/* \
    {"${HOME-}",}/Library/Java/JavaVirtualMachines/*/Contents/Home \
    {/opt/homebrew,/usr/local}/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec; do
    if look_at "$candidate" && { [ -z "$nearest" ] || [ "$feature" -lt "$nearest" ]; }; then
      java_home=$candidate
      nearest=$feature
    fi
  done
  [ -n "$java_home" ] && look_at "$java_home"
}

# --- Building ---

# Whether the jar exists and no source is newer than the start of its build. A directory is as new as
# the last change to its list of files, so deleted files count too.
is_built() {
  [ -f "$target/built" ] && [ -f "$target/p2pgossip.jar" ] || return 1
  [ -d "$target/lib" ] && [ -d "$target/javafx" ] || return 1
  [ -z "$(cd "$home" && find pom.xml src/build src/main assets -path assets/pictures -prune \
    -o -newer target/built -print 2>/dev/null)" ]
}

# Waits until the lock $1 is ours. It is a symbolic link, which is created atomically with its content,
# the id of the process that holds it.
lock() {
  until try_lock "$1"; do
    if [ "$SECONDS" -gt 900 ]; then
      say "Another run.sh seems to be building for ever: if none is, delete $1"
      exit 1
    fi
    sleep 0.2
  done
}

try_lock() {
  local owner
  ln -s $$ "$1" 2>/dev/null && return
  owner=$(readlink "$1") || return 1
  kill -0 "$owner" 2>/dev/null && return 1
  # Left behind by a process that was killed. Only one process may remove it, and only while it still
  # names the dead one: by now another may hold it.
  if ln -s $$ "$1.$owner" 2>/dev/null; then
    if [ "$(readlink "$1")" = "$owner" ]; then rm -f "$1"; fi
    rm -f "$1.$owner"
  fi
  return 1
}

# For Java programs that end within a second: 631 ms of processor time in place of 1008 ms for the
# check before the tests, medians of 12 pairs.
short_run=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1)

# Sets `mvn` to the command of Maven: the user's own, else one that was or is downloaded, else the
# system's, which is installed if the user is root.
find_maven() {
  local cache=${XDG_CACHE_HOME:-${HOME:+$HOME/.cache}}
  local fetched=${cache:-$target}/p2pgossip/apache-maven-$maven
  mvn=$(command -v mvn) && return
  mvn=$fetched/bin/mvn
  [ -x "$mvn" ] || fetch_maven "$fetched" && return
  if [ "$(id -u)" = 0 ] && install_maven && mvn=$(command -v mvn); then return; fi
  mvn=$fetched/bin/mvn
  fetch_maven "$fetched" --from-its-makers && return
  say "p2pgossip has to be built, and Maven (the command mvn) is not installed." \
    "Get it with 'sudo apt install maven', 'sudo dnf install maven' or 'brew install maven'."
  exit 1
}

# Downloads it into the folder $1 from the user's repository or, with the flag $2, from its makers.
fetch_maven() {
  "$java_home/bin/java" "${short_run[@]}" "$home/src/build/FetchMaven.java" \
    "$maven" "$maven_sum" "$@" </dev/null
}

install_maven() {
  local log=$target/install-maven.log
  command -v apt-get >/dev/null || command -v dnf >/dev/null || return 1
  say "Maven is missing: installing the system's package ..."
  if command -v apt-get >/dev/null; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -qq --no-install-recommends maven
  else
    dnf install -y -q maven
  fi >"$log" 2>&1 </dev/null || { tail -n 5 "$log" >&2; return 1; }
}

build() {
  local log=$target/run-build.log listed=false
  local libraries=$target/classes/META-INF/sbom/application.cdx.json
  if ! mkdir -p "$target" || ! [ -w "$target" ]; then
    say "p2pgossip has to be built, and $target cannot be written to."
    exit 1
  fi
  lock "$target/run-build.lock"
  trap 'rm -f "$target/run-build.lock"' EXIT
  if ! is_built; then # another process may have built it while we waited
    find_maven
    say "Building p2pgossip; the first time, Maven also fetches the libraries ..."
    # The list of libraries comes from the pom alone.
    if [ "$libraries" -nt "$home/pom.xml" ]; then listed=true; fi
    JAVA_HOME=$java_home "$mvn" -B -q -f "$home/pom.xml" -Dmaven.test.skip=true \
      -Dcyclonedx.skip=$listed package >"$log" 2>&1 </dev/null &
    builder=$! # is killed with this script
    trap 'kill "$builder" 2>/dev/null; exit 143' HUP INT TERM
    if ! wait "$builder"; then
      tail -n 40 "$log" >&2
      say "The build failed; the whole of Maven's output is in $log"
      exit 1
    fi
    # Older jars and their caches. A process that still runs one keeps it open.
    rm -f "$run"/*.jar "$run"/*.aot*
  fi
  rm -f "$target/run-build.lock"
  trap - EXIT HUP INT TERM
}

# Runs all tests, after checking that the machine has what they need.
verify() {
  "$java_home/bin/java" "${short_run[@]}" -cp "$target/p2pgossip.jar" \
    "$home/src/build/TestNeeds.java" --install </dev/null || exit 1
  find_maven
  JAVA_HOME=$java_home exec "$mvn" -B -ntp -f "$home/pom.xml" verify "$@"
}

# --- Starting ---

# Sets `app` to a copy of the jar that no later build overwrites while the program runs. It is named
# after its content, as is the cache that is made from it.
place_jar() {
  local sum
  sum=$(cksum <"$target/p2pgossip.jar")
  app=$run/${sum%% *}.jar
  [ -f "$app" ] && return
  if mkdir -p "$run" 2>/dev/null && cp "$target/p2pgossip.jar" "$app.$$" 2>/dev/null; then
    [ -L "$run/lib" ] || ln -s ../lib "$run/lib" 2>/dev/null || true
    mv "$app.$$" "$app"
  else
    app=$target/p2pgossip.jar
  fi
}

# Makes the AOT cache (JEP 514) for faster starts with a run of some seconds, in the background and
# after the present start has had the processor to itself. The window is trained on JavaFX's headless
# screen, so it is not visible. An empty cache file means that a process is making it; if that fails,
# it is tried again after an hour.
train() {
  if [ -e "$cache" ]; then
    [ ! -s "$cache" ] && [ -n "$(find "$cache" -mmin +60)" ] && rm -f "$cache" || return 0
  fi
  # Neither in the program's process group, whose signals are not meant for it, nor a child of the
  # program, which would never wait for it.
  (
    set -m
    (
      trap '' HUP
      trap 'rm -f "$cache"*; exit 1' INT TERM
      set -C
      : >"$cache" || exit 0
      # It needs none of them.
      unset P2PGOSSIP_PASSWORD P2PGOSSIP_KEYSTORE_PASSWORD P2PGOSSIP_TRUSTSTORE_PASSWORD
      sleep 5
      if nice "$java_home/bin/java" -XX:AOTCacheOutput="$cache.$$" "$@"; then
        mv "$cache.$$" "$cache"
      fi
      rm -f "$cache.$$"*
    ) >/dev/null 2>&1 </dev/null &
  )
}

speak_utf8
require_usable_folder
if ! find_jdk; then
  say "p2pgossip needs a JDK $release or newer; none was found in JAVA_HOME, on the PATH or in the usual places." \
    "Get one with 'sudo apt install openjdk-$release-jdk', 'brew install openjdk' or 'sdk install java $release-tem', or set JAVA_HOME."
  exit 1
fi
is_built || build
if [ "${1-}" = verify ]; then
  shift
  verify "$@"
fi
place_jar

kind=window
for argument in "$@"; do
  case $argument in
    --headless | --headless=true) [ "$kind" = none ] || kind=headless ;;
    -h | --help | -V | --version) kind=none ;;
  esac
done
case ${1-} in simulate | validate | sweep | scales | packs) kind=simulate ;; esac

flags=(
  -XX:+UseSerialGC
  # A full heap ends the program with a message and a status instead of leaving it half dead.
  -XX:+ExitOnOutOfMemoryError
  # Silent if the cache does not suit this JVM: it starts without.
  '-Xlog:aot*=off' '-Xlog:cds*=off'
  -Dorg.jboss.logging.provider=slf4j
  -Dorg.slf4j.simpleLogger.defaultLogLevel=warn
  # The compilers compete with the start for the processors, so the best optimization, which a large
  # graph and a busy server need, is delayed a little. The comments give how much processor time each
  # flag saves, of 640 ms until a peer without a window answers and of 1670 ms until a window's form is
  # drawn: medians of 24 and of 20 pairs of starts with the AOT cache, on 2 cores that were also busy
  # with other work. A JVM that lacks one of the flags still starts.
  -XX:+IgnoreUnrecognizedVMOptions
  -XX:Tier4InvocationThreshold=20000 # 78 ms, 166 ms
  -XX:Tier4CompileThreshold=60000    # 50 ms, 146 ms
  -XX:Tier4BackEdgeThreshold=160000  # 46 ms, nothing
)
if [ "$kind" = window ]; then
  flags+=(
    -Xmx512m
    # Room for the garbage of a start, so that it need not be collected during it.
    -Xms48m
    -XX:NewSize=24m
    --module-path "$target/javafx"
    --add-modules javafx.controls
    # The laboratory writes tables with Parquet, too: see below.
    --enable-native-access=javafx.graphics,ALL-UNNAMED
    --sun-misc-unsafe-memory-access=allow
  )
elif [ "$kind" = simulate ]; then
  # It may take most of the memory, and says so in words before it does not fit.
  flags+=(-Xms32m -XX:MaxRAMPercentage=70)
  # Most of the time goes into finding memory that is not in the cache. Linux only; on other systems
  # it is ignored. It takes a quarter of the processor time off 10,000 engines.
  flags+=(-XX:+UseTransparentHugePages)
  # Parquet's buffers and its compression, which is native code.
  flags+=(--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED)
else
  flags+=(-Xms32m -Xmx192m)
fi

class_path=(-cp "$app")
main=p2pgossip.Main
cache=${app%.jar}-$version-$kind.aot
if [ -s "$cache" ]; then
  flags+=(-XX:AOTCache="$cache")
fi
# For the benchmarks: only prints the command, a word on each line.
if [ -n "${P2PGOSSIP_SHOW_COMMAND-}" ]; then
  printf '%s\n' "$java_home/bin/java" "${flags[@]}" "${class_path[@]}" "$main" "$@"
  exit
fi
five_seconds=(-p 0 -P 0.5 --run-for 5)
if [ ! -s "$cache" ] && [ "$kind" = window ]; then
  train "${flags[@]}" -Dglass.platform=Headless -Dprism.order=sw "${class_path[@]}" \
    p2pgossip.Rehearsal --windows 2 "${five_seconds[@]}"
elif [ ! -s "$cache" ] && [ "$kind" = headless ]; then
  train "${flags[@]}" "${class_path[@]}" "$main" --headless "${five_seconds[@]}"
elif [ ! -s "$cache" ] && [ "$kind" = simulate ]; then
  train "${flags[@]}" "${class_path[@]}" "$main" simulate --peers 2e5 --topology random:3 \
    --strategy push-pull --interest counter:2 --loss 0.1 --runs 3 --json
fi
exec "$java_home/bin/java" "${flags[@]}" "${class_path[@]}" "$main" "$@"
