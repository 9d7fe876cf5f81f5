#!/usr/bin/env bash
# The README's two commands on machines with only Debian's minimal base and a JDK.
# P2PGOSSIP_VERIFY holds more flags for the second command, such as -Dtest=PeerAddressTest.
# needs: debootstrap xvfb xdotool
set -euo pipefail

cache=${XDG_CACHE_HOME:-$HOME/.cache}/p2pgossip-long
machine=$TMPDIR/machine
started=()

fail() {
  printf 'FAILED: %s\n' "$*"
  if [ -s "$TMPDIR/err" ]; then tail -n 40 "$TMPDIR/err"; fi
  exit 1
}

clean_up() {
  local pid
  for pid in ${started[@]+"${started[@]}"}; do kill "$pid" 2>/dev/null || true; done
}
trap clean_up EXIT
trap 'exit 143' TERM INT

# The mirror and the release are those of apt on this machine.
make_base() {
  local release mirror
  release=$(. /etc/os-release && echo "$VERSION_CODENAME")
  mirror=$(apt-get indextargets --format '$(SITE) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
    awk -v release="$release" '$2 == release && $3 == "main" { print $1 }' | sort -u | sed -n 1p)
  base=$cache/$release
  [ -e "$base/made" ] && return
  rm -rf "$base"
  mkdir -p "$base"
  debootstrap --variant=minbase "$release" "$base/root" "$mirror" >"$base/log" 2>&1 ||
    fail "debootstrap: $(tail -n 1 "$base/log")"
  touch "$base/made"
}

# A machine of its own, with the JDK that run.sh finds here and with this machine's network
# configuration: names, proxies, certificates, mirrors.
make_machine() {
  local java jdk
  rm -rf "$machine"
  cp -a "$base/root" "$machine"
  java=$(P2PGOSSIP_SHOW_COMMAND=1 ./run.sh | sed -n 1p)
  jdk=$(dirname "$(dirname "$java")")
  mkdir -p "$machine/opt" "$machine/root/.m2"
  cp -a "$jdk" "$machine/opt/jdk"
  rm -f "$machine/opt/jdk/lib/security/cacerts"
  cp -L "$jdk/lib/security/cacerts" "$machine/opt/jdk/lib/security/cacerts"
  cp -L /etc/hosts /etc/resolv.conf "$machine/etc/"
  grep -lsE '^Acquire' /etc/apt/apt.conf.d/* |
    while read -r file; do cp "$file" "$machine/etc/apt/apt.conf.d/"; done || true
  cp "$HOME/.m2/settings.xml" "$machine/root/.m2/" 2>/dev/null || true
  mkdir "$machine/root/p2pgossip"
  git ls-files -z --cached --others --exclude-standard |
    tar -c --null --ignore-failed-read -T - 2>/dev/null | tar -x -C "$machine/root/p2pgossip"
}

# on_it COMMAND ...: runs it there in the program's folder as root. Its mounts end with it.
on_it() {
  unshare --mount --propagation private bash -c '
    mount -t proc proc "$1/proc" && mount --rbind /dev "$1/dev" || exit 1
    machine=$1
    shift
    exec chroot "$machine" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root "$@"' \
    _ "$machine" ${http_proxy:+"http_proxy=$http_proxy"} ${https_proxy:+"https_proxy=$https_proxy"} \
    ${DISPLAY:+"DISPLAY=$DISPLAY"} bash -c 'cd /root/p2pgossip && exec "$@"' _ "$@"
}

# Checks that there are only plain lines, and each of these texts once.
said_once() {
  local words
  if grep -nE '^\s+at |Exception|UnsatisfiedLinkError' "$TMPDIR/err"; then
    fail 'there is a stack trace'
  fi
  for words in "$@"; do
    [ "$(grep -cF -- "$words" "$TMPDIR/err")" = 1 ] || fail "not said in one line: $words"
  done
}

open_windows() { xdotool search --onlyvisible --name p2pgossip >/dev/null 2>&1; }

unset DISPLAY
make_base
echo "The base: $(basename "$base"), $(du -sh "$base/root" | cut -f 1), with a JDK"

make_machine
if on_it sh -c 'command -v mvn || command -v curl || command -v wget' >/dev/null; then
  fail 'the machine is not bare'
fi
on_it timeout 1200 ./run.sh --demo --run-for 5 2>"$TMPDIR/err" || fail './run.sh --demo'
said_once 'no window, because GTK 3, libXtst' 'DISPLAY is not set' '24 peers run'
grep -F 'no window' "$TMPDIR/err"
echo './run.sh --demo builds with nothing but a JDK, says what a window lacks, and continues without one'

command=$(sed -n 's/.*install them with: \(apt install [^;]*\).*/\1/p' "$TMPDIR/err")
on_it env DEBIAN_FRONTEND=noninteractive $command -y >"$TMPDIR/err" 2>&1 || fail "$command"
Xvfb -displayfd 3 -screen 0 1300x900x24 -nolisten tcp 3>"$TMPDIR/display" 2>/dev/null &
started+=("$!")
until [ -s "$TMPDIR/display" ]; do sleep 0.1; done
DISPLAY=:$(cat "$TMPDIR/display")
export DISPLAY
on_it timeout 120 ./run.sh --demo --run-for 20 2>"$TMPDIR/err" &
demo=$!
started+=("$demo")
until open_windows; do
  kill -0 "$demo" 2>/dev/null || fail 'no window came up'
  sleep 0.2
done
wait "$demo" || fail './run.sh --demo with a display'
said_once
[ ! -s "$TMPDIR/err" ] || fail 'with a window it printed something'
unset DISPLAY
echo "after '$command' the window opens, and nothing is printed"

# A user who may not install anything. The repository is the one that Maven itself names.
(cd "$TMPDIR" && "$machine/opt/jdk/bin/jar" xf "$machine"/usr/share/maven/lib/maven-model-builder-3.x.jar \
  org/apache/maven/model/pom-4.0.0.xml)
repository=$(sed -n 's|.*<url>\(http[^<]*\)</url>.*|\1|p' \
  "$TMPDIR/org/apache/maven/model/pom-4.0.0.xml" | sed -n 1p)
on_it sh -c '
  rm /usr/bin/mvn
  useradd --create-home student
  rm -rf target
  cp -r . /home/student/p2pgossip
  cp -r /root/.m2 /home/student/
  chown -R student /home/student'
on_it setpriv --reuid student --regid student --clear-groups \
  env HOME=/home/student MVNW_REPOURL="$repository" \
  bash -c 'cd ~/p2pgossip && exec ./run.sh --version' 2>"$TMPDIR/err" || fail 'as a student'
said_once 'Building p2pgossip'
ls -d "$machine"/home/student/.cache/p2pgossip/apache-maven-*/bin/mvn >/dev/null ||
  fail 'Maven was not fetched'
echo 'without root, Maven is downloaded and builds it'

make_machine
# Into a file, since the log of thousands of tests is long.
verify=target/long/fresh-machine-verify.log
# shellcheck disable=SC2086
on_it ./run.sh verify ${P2PGOSSIP_VERIFY-} >"$verify" 2>&1 || {
  tail -n 60 "$verify"
  fail './run.sh verify'
}
grep -E '^\[(INFO|WARNING)\] Tests run: [0-9]+, Failures: 0, Errors: 0, Skipped: 0$' "$verify" ||
  fail 'no tests were run'
echo './run.sh verify installs what the tests need, and runs them all'
