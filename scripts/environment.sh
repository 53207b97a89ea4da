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

has_apt() { command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; }

# Tells whether the Debian package is installed, or on another system, whether its library or command can be found.
is_installed() {
  if has_apt; then
    [[ "$(dpkg-query -W -f '${Status}' "$1" 2>/dev/null)" == "install ok installed" ]]
    return
  fi
  case "$1" in
    libxml2-dev) pkg-config --exists libxml-2.0 ;;
    libcmark-dev) pkg-config --exists libcmark ;;
    libyaml-dev) pkg-config --exists yaml-0.1 ;;
    liblzma-dev) pkg-config --exists liblzma ;;
    zlib1g-dev) pkg-config --exists zlib ;;
    ripgrep) command -v rg ;;
    *) command -v "$1" ;;
  esac >/dev/null 2>&1
}

# install PACKAGE…: installs missing packages from the distribution. If it cannot, it says what to install and returns an
# error.
install() {
  local package missing=() as_root=()
  for package in "$@"; do
    is_installed "$package" || missing+=("$package")
  done
  if ((${#missing[@]} == 0)); then
    return 0
  fi
  if ! has_apt; then
    say "please install the packages that your system has for these packages of Debian: ${missing[*]}"
    return 1
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

# need PACKAGE…: the same for packages without which the script cannot continue.
need() {
  install "$@" || fail "required packages are missing"
}

# The tests compare our parser of Markdown with libcmark, and that of YAML with libyaml. Git fetches the Swift packages.
need_for_tests() { need git pkg-config libxml2-dev libcmark-dev libyaml-dev; }

# The oldest supported Swift. Warnings are errors here, and each version has different warnings.
SWIFT_MAJOR=6
SWIFT_MINOR=3

# swift_resources: the directory with the resources of the Swift toolchain.
swift_resources() { swift -print-target-info | sed -n 's/.*"runtimeResourcePath": *"\(.*\)".*/\1/p'; }

need_swift() {
  command -v swift >/dev/null \
    || fail "swift not found in PATH: get $SWIFT_MAJOR.$SWIFT_MINOR or later from https://www.swift.org/install/linux/"
  local version
  version="$(swift --version 2>/dev/null)"
  [[ "$version" =~ Swift\ version\ ([0-9]+)\.([0-9]+) ]] || fail "cannot parse the version of swift: \"$version\""
  local major="${BASH_REMATCH[1]}" minor="${BASH_REMATCH[2]}"
  if ((major < SWIFT_MAJOR || (major == SWIFT_MAJOR && minor < SWIFT_MINOR))); then
    fail "swift $major.$minor is too old: get $SWIFT_MAJOR.$SWIFT_MINOR or later from https://www.swift.org/install/linux/"
  fi
}
