#!/usr/bin/env bash
# Packs what a plugin is compiled and tested against into plugins-sample/packages: plugins-sample/pack.sh
set -euo pipefail
cd "$(dirname "$0")/.."
for project in shared/Smss.Understanding shared/Smss.Abstractions plugins-sample/testing; do
  dotnet pack "$project" -c Release -o plugins-sample/packages --nologo -v q
done
# NuGet never fetches a version again that it has seen; these change without a new one.
rm -rf "${NUGET_PACKAGES:-$HOME/.nuget/packages}"/smss.{understanding,abstractions,plugin.testing}
echo "Packages are in $PWD/plugins-sample/packages"
