#!/usr/bin/env bash
# Prepares this machine to build the arena: finds out once what the package registry carries, installs what is
# missing, and writes eng/local.props, which Directory.Build.props imports. A second call costs next to nothing.
#
#   ARENA_TORCH=NuGet|System   the provider of the TorchSharp API, instead of finding it out
#   ARENA_CUDA=1               TorchSharp's CUDA package instead of its CPU package
#   TORCH_PREFIX=FOLDER        the `torch` folder of a pip-installed PyTorch: the System provider on that libtorch
#
# Exit code 3: the machine lacks something that cannot be installed here; one line says what.
set -euo pipefail

# A tool that must be found, and the package that has it: for every build (the reports' charts), and for the System provider.
readonly build_tools="node:nodejs npm:npm"
readonly torch_tools="cmake:cmake g++:g++ make:make bwrap:bubblewrap"
readonly torch_packages="libtorch-dev libopenblas0-openmp"
readonly fallback_jint="2.10.4"

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)"
cd "$root"

say() { printf 'setup: %s\n' "$*" >&2; }
die() { printf 'error: %s\n' "$*" >&2; exit 3; }

# --- what the outcome depends on ---------------------------------------------------------------------------------
provider_wanted="${ARENA_TORCH:-}"
case "$provider_wanted" in
  '' | NuGet | System) ;;
  *) die "ARENA_TORCH is '$provider_wanted'; it is NuGet or System." ;;
esac
if [[ -n "${TORCH_PREFIX:-}" ]]; then
  [[ "$provider_wanted" != NuGet ]] || die "ARENA_TORCH=NuGet and TORCH_PREFIX contradict each other; unset one."
  [[ -e "$TORCH_PREFIX/lib/libtorch.so" ]] \
    || die "TORCH_PREFIX is '$TORCH_PREFIX', which has no lib/libtorch.so; name the 'torch' folder of a PyTorch installation."
  provider_wanted=System
fi
cuda=false
case "${ARENA_CUDA:-0}" in 1 | true) cuda=true ;; esac

# Of a provider. The npm package comes only after nodejs, which may have npm in it.
missing_packages() {
  local entry missing="" tools="$build_tools"
  [[ "$1" != System ]] || tools+=" $torch_tools"
  for entry in $tools; do
    [[ "$entry" != npm:* || "$missing" != *" nodejs"* ]] || continue
    command -v "${entry%%:*}" > /dev/null 2>&1 || missing+=" ${entry##*:}"
  done
  if [[ "$1" == System && -z "${TORCH_PREFIX:-}" ]]; then
    local installed
    # shellcheck disable=SC2086,SC2016  # a list of words; dpkg-query's own placeholders
    installed=" $(dpkg-query --show --showformat='${Package}=${db:Status-Status} ' $torch_packages 2> /dev/null || true)"
    for entry in $torch_packages; do
      [[ "$installed" == *" $entry=installed "* ]] || missing+=" $entry"
    done
  fi
  printf '%s' "${missing# }"
}

stamp="eng/.stamp-setup"
key="$(cat eng/setup.sh Directory.Build.props Directory.Packages.props | cksum) torch=$provider_wanted cuda=$cuda prefix=${TORCH_PREFIX:-}"
if [[ -f eng/local.props && -f "$stamp" && "$(< "$stamp")" == "$key" ]] && command -v dotnet > /dev/null 2>&1; then
  known=NuGet
  ! grep -q '<TorchProvider>System<' eng/local.props || known=System
  [[ -n "$(missing_packages "$known")" ]] || exit 0
fi

# --- the SDK and the folder --------------------------------------------------------------------------------------
scratch="$(mktemp -d "$root/eng/.stamp-probe.XXXXXX" 2> /dev/null)" \
  || die "$root cannot be written to: builds and their settings are kept inside the repository; clone it where you may write."
trap 'rm -rf "$scratch"' EXIT
command -v dotnet > /dev/null 2>&1 \
  || die "the .NET 10 SDK is needed and there is no 'dotnet' on the PATH: install dotnet-sdk-10.0 (https://dotnet.microsoft.com/download)."
sdk="$(dotnet --version 2> /dev/null)" \
  || die "the .NET 10 SDK is needed and the 'dotnet' on the PATH has none that global.json accepts: install dotnet-sdk-10.0 (https://dotnet.microsoft.com/download)."
rm -f "$stamp"

# --- what the registry carries -----------------------------------------------------------------------------------
version_of() { sed -n "s/.*PackageVersion Include=\"$1\" Version=\"\([^\"]*\)\".*/\1/p" Directory.Packages.props; }
jint="$(sed -n 's/.*<JintVersion[^>]*>\([^<]*\)<.*/\1/p' Directory.Build.props)"
torch_package=TorchSharp-cpu
[[ "$cuda" == false ]] || torch_package=TorchSharp-cuda-linux

reference() { printf '    <PackageReference Include="%s" Version="[%s]" />\n' "$1" "$2"; }
{
  printf '<Project Sdk="Microsoft.NET.Sdk">\n  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>\n  <ItemGroup>\n'
  reference Jint "$jint"
  [[ "$provider_wanted" == System ]] || reference "$torch_package" "$(version_of "$torch_package")"
  printf '  </ItemGroup>\n</Project>\n'
} > "$scratch/probe.csproj"

say "SDK $sdk; asking the package registry for TorchSharp and Jint $jint ..."
probe_log="$scratch/probe.log"
absent() { grep -Eq "error NU110[123]: .*[Pp]ackage '?$1( |'|\.)" "$probe_log"; }
provider="${provider_wanted:-NuGet}"
if ! dotnet restore "$scratch/probe.csproj" --nologo -p:ImportDirectoryBuildProps=false \
  -p:ImportDirectoryBuildTargets=false -p:ImportDirectoryPackagesProps=false > "$probe_log" 2>&1; then
  # 1101: no such package; 1102 and 1103: not in that version. Anything else says nothing about what the registry has.
  if grep 'error' "$probe_log" | grep -Evq 'error NU110[123]:' || ! grep -q 'error NU110[123]:' "$probe_log"; then
    reason="$(sed -n '/error/{/error NU110[123]:/!{s/.*error //;s/  *\[.*//;p;q;};}' "$probe_log")"
    die "the package registry could not be asked (offline?), and nothing was set up: ${reason:-no reason given}"
  fi
  if absent "$torch_package"; then
    [[ "$provider_wanted" != NuGet ]] || die "ARENA_TORCH=NuGet, and the package registry has no $torch_package."
    provider=System
  fi
  if absent Jint || absent Acornima; then
    jint="$fallback_jint"
  elif [[ "$provider" == NuGet ]]; then
    die "the package registry lacks a package: $(grep -m1 'error' "$probe_log" | sed 's/.*error //; s/  *\[.*//')"
  fi
fi

# Only speed depends on this package: without it a worker compiles its compiler anew at every start.
ready_to_run=true
mkdir "$scratch/crossgen"
# shellcheck disable=SC2016  # MSBuild's own properties
printf '<Project Sdk="Microsoft.NET.Sdk">\n  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>\n  <ItemGroup>\n    <PackageDownload Include="%s" Version="%s" />\n  </ItemGroup>\n</Project>\n' \
  'Microsoft.NETCore.App.Crossgen2.$(NETCoreSdkPortableRuntimeIdentifier)' '[$(BundledNETCoreAppPackageVersion)]' > "$scratch/crossgen/probe.csproj"
if ! dotnet restore "$scratch/crossgen/probe.csproj" --nologo -p:ImportDirectoryBuildProps=false \
  -p:ImportDirectoryBuildTargets=false -p:ImportDirectoryPackagesProps=false > /dev/null 2>&1; then
  ready_to_run=false
  say "the package registry has no Crossgen2 of this SDK: script workers take a second longer to start."
fi

# --- what is missing ---------------------------------------------------------------------------------------------
as_root() {
  if [[ "$(id -u)" == 0 ]]; then
    env DEBIAN_FRONTEND=noninteractive "$@"
  elif [[ -t 0 ]]; then
    sudo env DEBIAN_FRONTEND=noninteractive "$@"
  else
    sudo -n env DEBIAN_FRONTEND=noninteractive "$@"
  fi
}

apt() { as_root apt-get -q -y -o DPkg::Lock::Timeout=300 "$@" < /dev/null >> "$scratch/apt.log" 2>&1; }

install() {
  local packages="$1" why="this machine needs: $1" others=""
  case " $packages " in *" nodejs "* | *" npm "*) others=" (nodejs and npm: https://nodejs.org)" ;; esac
  case "$packages" in *torch*) others+=", or use a package registry that has TorchSharp, or set TORCH_PREFIX to a PyTorch's 'torch' folder" ;; esac
  command -v apt-get > /dev/null 2>&1 || die "$why. There is no apt-get here; install them$others."
  [[ "$(id -u)" == 0 ]] || command -v sudo > /dev/null 2>&1 \
    || die "$why. Run as root: apt-get install --no-install-recommends $packages"
  say "installing $packages ..."
  local updated=false
  # shellcheck disable=SC2086  # a list of words
  apt-cache show $packages > /dev/null 2>&1 || { apt update && updated=true; }
  # shellcheck disable=SC2086
  if ! apt install --no-install-recommends $packages \
    && { "$updated" || ! apt update || ! apt install --no-install-recommends $packages; }; then
    die "$why. apt-get could not install them: $(grep -m1 -E '^(E:|sudo:)' "$scratch/apt.log" || tail -n 1 "$scratch/apt.log")"
  fi
}

if [[ "$provider" == System ]]; then
  if [[ -n "${TORCH_PREFIX:-}" ]]; then
    say "the TorchSharp API comes from src/TorchSharp.System on the libtorch in $TORCH_PREFIX."
  else
    [[ "$provider_wanted" == System ]] || say "the package registry has no $torch_package: the TorchSharp API comes from src/TorchSharp.System."
    [[ "$cuda" == false ]] || say "the system's libtorch is for CPUs: for CUDA set TORCH_PREFIX to a CUDA build of PyTorch."
  fi
else
  say "the TorchSharp API comes from the package $torch_package."
fi
packages="$(missing_packages "$provider")"
for _ in 1 2; do
  [[ -n "$packages" ]] || break
  install "$packages"
  packages="$(missing_packages "$provider")"
done
[[ -z "$packages" ]] || die "apt-get reported success, and these are still missing: $packages"
[[ "$jint" != "$fallback_jint" ]] || say "the package registry cannot give Jint 4: JavaScript tasks run on Jint $jint (ES5)."

# --- what the build is told --------------------------------------------------------------------------------------
{
  printf '<Project>\n\n  <!-- Written by eng/setup.sh; it is written anew when this file or eng/.stamp-setup is deleted. -->\n  <PropertyGroup>\n'
  printf '    <TorchProvider>%s</TorchProvider>\n' "$provider"
  printf '    <Cuda>%s</Cuda>\n' "$cuda"
  printf '    <JintVersion>%s</JintVersion>\n' "$jint"
  printf '    <ReadyToRunWorker>%s</ReadyToRunWorker>\n' "$ready_to_run"
  printf '  </PropertyGroup>\n\n</Project>\n'
} > "$scratch/local.props"
cmp -s "$scratch/local.props" eng/local.props || mv "$scratch/local.props" eng/local.props
printf '%s\n' "$key" > "$stamp"
say "ready."
