# Sourced by what puts a newer program of Debian's beside the tests than this machine has. It comes from another release
# with that release's own C library, so that nothing of the system changes; apt checks the signatures. Tests find it in
# $XDG_CACHE_HOME/plumbline-test, or ~/.cache/plumbline-test.
# Needs apt and Debian's keyring, not root.
home=${XDG_CACHE_HOME:-$HOME/.cache}/plumbline-test
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
work=$(mktemp -d)
unfinished=
trap 'rm -rf "$work" ${unfinished:+"$unfinished"}' EXIT
mkdir -p "$work/lists/partial" "$work/archives/partial" "$work/debs" "$work/root"
: >"$work/status"

# The mirror that this machine uses itself, if it is a Debian, or else that of debootstrap.
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Label: Debian' 2>/dev/null | head -n 1)
[ -n "$mirror" ] ||
  mirror=$(sed -nE 's/^ *default_mirror +//p' /usr/share/debootstrap/scripts/sid 2>/dev/null | head -n 1)
[ -n "$mirror" ] || { echo 'there is no mirror of Debian to take anything newer from' >&2; exit 1; }

# An apt that knows nothing but one release, to which nothing is installed yet.
settings=(
  -o Dir::Etc::SourceList="$work/sources.list" -o Dir::Etc::SourceParts=- -o Dir::Etc::Preferences=- -o Dir::Etc::PreferencesParts=-
  -o Dir::State="$work" -o Dir::State::Lists="$work/lists" -o Dir::State::status="$work/status"
  -o Dir::Cache="$work" -o Dir::Cache::Archives="$work/archives"
  -o APT::Sandbox::User="$(id -un)" -o APT::Install-Recommends=false -o Acquire::Languages=none
)

logged() { "$@" >"$work/log" 2>&1 || { cat "$work/log" >&2; return 1; }; }

# What can be had is that of a release from here on: stable, testing, unstable.
look_into() {
  echo "deb [signed-by=$keyring] $mirror $1 main" >"$work/sources.list"
  logged apt-get "${settings[@]}" update -q
}

# Names of packages that match, the highest version last.
names() { apt-cache "${settings[@]}" pkgnames | grep -E "$1" | sort -V || true; }

# Packages and all that they need.
fetch_whole() { logged apt-get "${settings[@]}" install -q -y --download-only "$@"; }

# Packages by themselves.
fetch_alone() { (cd "$work/debs" && logged apt-get "${settings[@]}" download -q "$@"); }

# Unpacks what was fetched into a folder of a name of its own, which is $there, so that a test that runs now still finds
# what it started.
unpack() {
  for package in "$work"/archives/*.deb "$work"/debs/*.deb; do
    [ ! -e "$package" ] || dpkg-deb -x "$package" "$work/root"
  done
  rm -rf "$work"/root/usr/share/{doc,man,locale,perl*,icu} "$work"/root/usr/lib/*/{gconv,perl*}
  mkdir -p "$home"
  there=$(mktemp -d "$home/$1.XXXXXX")
  unfinished=$there
  cp -R "$work/root/." "$there"
}

# The first file of a name that was unpacked.
one() { find "$there" -path "$1" | head -n 1; }

# Writes $there/$1, which runs the program at the path $2 with the libraries that came with it, and with the arguments $3.
leave() {
  local libraries
  libraries=$(find "$there" -path '*/lib/*' -name 'lib*.so*' ! -path '*/plugin/*' ! -path '*/share/*' -printf '%h\n' | sort -u | paste -s -d :)
  cat >"$there/$1" <<SH
#!/bin/sh
exec '$(one '*/ld-*.so.*')' --library-path '$libraries' '$(one "$2")' ${3:-} "\$@"
SH
  chmod +x "$there/$1"
  "$there/$1" --version
}

# Lets tests find it from now on, and removes what they found before.
publish() {
  local former
  former=$(readlink "$home/$1" || true)
  ln -sfn "$(basename "$there")/$1" "$home/$1"
  unfinished=
  [ -z "$former" ] || rm -rf "${home:?}/$(dirname "$former")"
}
