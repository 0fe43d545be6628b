#!/usr/bin/env bash
# Runs all tests, real browsers included, and sums them up. Arguments go to Maven (-DskipE2e: without browsers).
# --long is for tests that take minutes, and compares programs with new seeds for three hours or for -Dlong.minutes=M.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

fail() {
  printf 'test.sh: %s\n' "$1" >&2
  exit 1
}

need() {
  command -v "$1" >/dev/null 2>&1 || fail "$1 is missing; install $2 (Debian: apt-get install $3)"
}

install_as_root() {
  if [[ $(id -u) -eq 0 ]] && command -v apt-get >/dev/null 2>&1; then
    printf 'installing %s for the browser tests\n' "$1" >&2
    apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y "$1" >&2
  fi
}

# The same places as the tests look at.
has_chromium() {
  [[ -x /usr/bin/chromium || -x /usr/bin/chromium-browser || -x /usr/bin/google-chrome ]]
}

get_browser_tools() {
  has_chromium || install_as_root chromium || true
  has_chromium ||
    fail 'the browser tests need Chromium: install it (Debian: apt-get install chromium) or leave them out with -DskipE2e'
  command -v npm >/dev/null 2>&1 || install_as_root npm || true
  need npm 'Node.js with npm, for the interoperability tests, or leave them out with -DskipE2e' npm
}

# Adds up Surefire's reports of this run: "N passed, N failed".
summary() {
  local tests=0 failed=0 skipped=0 report head
  while IFS= read -r -d '' report; do
    head=$(grep -m 1 '<testsuite ' -A 3 "$report" | tr '\n' ' ')
    tests=$((tests + $(attribute tests "$head")))
    failed=$((failed + $(attribute failures "$head") + $(attribute errors "$head")))
    skipped=$((skipped + $(attribute skipped "$head")))
  done < <(find . -path '*/target/surefire-reports/TEST-*.xml' -newer "$stamp" -print0)
  printf '%d passed, %d failed' "$((tests - failed - skipped))" "$failed"
  ((skipped == 0)) || printf ', %d skipped' "$skipped"
  printf '\n'
}

attribute() {
  local value
  value=$(sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$2")
  printf '%s' "${value:-0}"
}

arguments=()
e2e=yes
for argument in "$@"; do
  case $argument in
    --long) arguments+=(-Dlong) ;;
    -DskipE2e | -DskipE2e=true)
      e2e=no
      arguments+=("$argument")
      ;;
    *) arguments+=("$argument") ;;
  esac
done

need java 'a JDK, version 17 or newer' default-jdk-headless
need mvn 'Maven 3.8.7 or newer' maven
if [[ $e2e == yes ]]; then
  get_browser_tools
fi

stamp=$(mktemp -t multisynq4j-test.XXXXXX)
trap 'rm -f "$stamp"' EXIT
rm -f web/parity/target/parity-totals.txt
status=0
# Every module is tested, also behind a failing one, so that one run tells everything.
mvn -B --fail-at-end verify ${arguments[@]+"${arguments[@]}"} || status=$?

printf '\n'
totals=web/parity/target/parity-totals.txt
if [[ -f $totals ]]; then
  cat "$totals"
fi
summary
if ((status == 0)); then
  printf 'PASS\n'
else
  printf 'FAIL (Maven ended with %d; the reports are in */target/surefire-reports)\n' "$status"
fi
exit "$status"
