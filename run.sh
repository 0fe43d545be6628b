#!/usr/bin/env bash
# Builds what is stale, then starts the server; arguments go to `serve`. Needs JDK 17+ and Maven.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

jar=server/app/target/multisynq4j-server.jar

fail() {
  printf 'run.sh: %s\n' "$1" >&2
  exit 1
}

need() {
  command -v "$1" >/dev/null 2>&1 || fail "$1 is missing; install $2 (Debian: apt-get install $3)"
}

java_major() {
  java -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1
}

# Whether anything the jar is made of is newer: sources, resources, build files, or a directory something was deleted from.
is_stale() {
  [[ -f $jar ]] || return 0
  local newer
  newer=$(find pom.xml .mvn shared client server web \( -name target -o -name node_modules -o -path '*/src/test' \) -prune \
    -o -newer "$jar" \( -type f -o -path '*/src/*' \) -print -quit)
  [[ -n $newer ]]
}

build() {
  need mvn 'Maven 3.8.7 or newer' maven
  local log stamp
  log=$(mktemp -t multisynq4j-build.XXXXXX)
  stamp=$(mktemp -t multisynq4j-stamp.XXXXXX)
  printf 'building (first time: some minutes, most of it downloads); log: %s\n' "$log" >&2
  local started=$SECONDS
  # Only what the server needs, with what that needs; one line of progress per module.
  if ! mvn -B -DskipTests -pl server/app -am package 2>&1 | tee "$log" |
    sed -un 's/^\[INFO\] Building \(Multisynq4J.*\) [0-9].*\[\(.*\)\]$/  [\2] \1/p' >&2; then
    grep -m 20 '^\[ERROR\]' "$log" >&2 || tail -n 20 "$log" >&2
    fail "the build failed; the whole log is in $log"
  fi
  touch -r "$stamp" "$jar" # so that a file saved while Maven was running counts as newer
  rm -f "$log" "$stamp"
  printf 'built in %d s\n' "$((SECONDS - started))" >&2
}

need java 'a JDK, version 17 or newer' default-jdk-headless
major=$(java_major)
((${major:-0} >= 17)) || fail "Java 17 or newer is needed, this is ${major:-unknown}"

if is_stale; then
  need javac 'a JDK, version 17 or newer' default-jdk-headless
  build
fi
exec java -jar "$jar" serve "$@"
