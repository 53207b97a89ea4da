# shellcheck shell=bash
# Sourced by the other scripts: finds the project and installs what it needs. These functions print only to standard
# error.

# The project's directory, also if a script is called through a symbolic link.
PROJECT="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)"
# Release builds have their own directory, because their flags would make a debug build compile everything again.
RELEASE_SCRATCH="$PROJECT/.build-release"
export PROJECT RELEASE_SCRATCH

# With the git variables of a hook, the git that fetches packages would use the wrong repository.
unset "${!GIT_@}"

say() { printf '%s\n' "$*" >&2; }

# Ends the script with the exit code that statuslint uses if it cannot do its work.
fail() {
  say "${0##*/}: $*"
  exit 3
}

# quietly COMMAND…: runs it, and prints its output only if it fails.
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

# Puts those of the given Debian packages that are not installed into the array `missing`.
find_missing() {
  local package
  missing=()
  for package in "$@"; do
    if [[ "$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null)" != "install ok installed" ]]; then
      missing+=("$package")
    fi
  done
}

# install PACKAGE…: installs missing packages from the distribution. If it cannot, it returns an error and the script
# continues.
install() {
  local missing as_root=()
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    say "apt-get not found: please install the packages that your system has for $*"
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
    # The package lists may be old or missing, as in a container.
    quietly "${get[@]}" update && quietly "${get[@]}" install --no-install-recommends "${missing[@]}"
  fi
}

# need PACKAGE…: the same for required packages. Without apt-get, it is enough if pkg-config finds libxml2.
need() {
  if ! command -v apt-get >/dev/null && pkg-config --exists libxml-2.0 2>/dev/null; then
    return 0
  fi
  install "$@" || fail "these packages are required: $*"
}

# The oldest supported Swift. Warnings are errors here, and each version has different warnings.
SWIFT_MAJOR=6
SWIFT_MINOR=3

need_swift() {
  command -v swift >/dev/null \
    || fail "swift is not installed or not in PATH: get $SWIFT_MAJOR.$SWIFT_MINOR or later from https://www.swift.org/install/linux/"
  local version
  version="$(swift --version 2>/dev/null)"
  [[ "$version" =~ Swift\ version\ ([0-9]+)\.([0-9]+) ]] || fail "cannot parse the version of swift: \"$version\""
  local major="${BASH_REMATCH[1]}" minor="${BASH_REMATCH[2]}"
  if ((major < SWIFT_MAJOR || (major == SWIFT_MAJOR && minor < SWIFT_MINOR))); then
    fail "swift $major.$minor is too old: get $SWIFT_MAJOR.$SWIFT_MINOR or later from https://www.swift.org/install/linux/"
  fi
}
