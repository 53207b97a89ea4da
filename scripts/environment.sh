# shellcheck shell=bash
# Sourced by the other scripts: where the project lies, and how what it needs comes onto this machine. All that
# these functions say goes to standard error.

# The project's directory, also when a script is called through a link.
PROJECT="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)"
# Release builds have a place of their own: their flags would have a debug build compile everything again.
RELEASE_SCRATCH="$PROJECT/.build-release"
export PROJECT RELEASE_SCRATCH

# A hook's git variables would lead the git that fetches packages into the wrong repository.
unset "${!GIT_@}"

say() { printf '%s\n' "$*" >&2; }

# Ends the script as statuslint ends when it cannot do its work.
fail() {
  say "${0##*/}: $*"
  exit 3
}

# quietly COMMAND…: runs it, and shows what it said only if it fails.
quietly() {
  local log status=0
  log="$(mktemp)"
  "$@" >"$log" 2>&1 </dev/null || status=$?
  if ((status != 0)); then
    cat "$log" >&2
  fi
  rm -f "$log"
  return "$status"
}

# Leaves those of the given Debian packages that are not installed in the array `missing`.
find_missing() {
  local package
  missing=()
  for package in "$@"; do
    if [[ "$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null)" != "install ok installed" ]]; then
      missing+=("$package")
    fi
  done
}

# install PACKAGE…: those that are missing, from the distribution; fails, without ending the script, if it cannot.
install() {
  local missing as_root=()
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    say "no apt-get here: please install what your system calls $*"
    return 1
  fi
  find_missing "$@"
  if ((${#missing[@]} == 0)); then
    return 0
  fi
  if ((EUID != 0)); then
    if ! command -v sudo >/dev/null; then
      say "please install as root: apt-get install ${missing[*]}"
      return 1
    fi
    as_root=(sudo)
  fi
  say "installing ${missing[*]}"
  local get=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -y)
  if ! quietly "${get[@]}" install --no-install-recommends "${missing[@]}" 2>/dev/null; then
    # The lists may be old, or not there at all, as in a container.
    quietly "${get[@]}" update && quietly "${get[@]}" install --no-install-recommends "${missing[@]}"
  fi
}

# need PACKAGE…: the same for what the project cannot do without. Where there is no apt-get, what pkg-config finds
# is taken for enough.
need() {
  if ! command -v apt-get >/dev/null && pkg-config --exists libxml-2.0 2>/dev/null; then
    return 0
  fi
  install "$@" || fail "these packages are needed: $*"
}

# The oldest Swift that this has been built with: warnings are errors here, and differ from one to the next.
SWIFT_MAJOR=6
SWIFT_MINOR=3

need_swift() {
  command -v swift >/dev/null \
    || fail "swift is not installed (or not in PATH); get $SWIFT_MAJOR.$SWIFT_MINOR or later from https://www.swift.org/install/linux/"
  local version
  version="$(swift --version 2>/dev/null)"
  [[ "$version" =~ Swift\ version\ ([0-9]+)\.([0-9]+) ]] || fail "cannot read the version of swift: $version"
  local major="${BASH_REMATCH[1]}" minor="${BASH_REMATCH[2]}"
  if ((major < SWIFT_MAJOR || (major == SWIFT_MAJOR && minor < SWIFT_MINOR))); then
    fail "swift $major.$minor is too old; get $SWIFT_MAJOR.$SWIFT_MINOR or later from https://www.swift.org/install/linux/"
  fi
}
