#!/usr/bin/env bash
# Makes one of the reports, shows it on the page of the run too, and ends as it does.
#
# report.sh NAME
set -euo pipefail

said=$(mktemp)
code=0
npm run --silent report -- "$1" 2>&1 | tee "$said" || code=$?
# shellcheck disable=SC2016
{
  printf '## %s\n\n```text\n' "$1"
  # Not the commands that show problems at their lines.
  sed '/^::/d' "$said"
  printf '```\n'
} >>"$GITHUB_STEP_SUMMARY"
exit "$code"
