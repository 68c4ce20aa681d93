#!/usr/bin/env bash
# Adds the addresses that were just published to the list on a branch, whatever was pushed to it
# meanwhile, and takes none away. The working tree is left as it is.
#
# record-addresses.sh LIST BRANCH
#   LIST    the list as `npm run addresses` left it at the commit that was published
#   BRANCH  of the remote `origin`
# GITHUB_TOKEN is the password, where the remote asks for one.
set -euo pipefail
shopt -s inherit_errexit

published=$1
branch=$2
list=content/_data/addresses.json

export GIT_AUTHOR_NAME='github-actions[bot]'
export GIT_AUTHOR_EMAIL='41898282+github-actions[bot]@users.noreply.github.com'
export GIT_COMMITTER_NAME=$GIT_AUTHOR_NAME GIT_COMMITTER_EMAIL=$GIT_AUTHOR_EMAIL
# An index of its own, for what is on the branch.
GIT_INDEX_FILE=$(mktemp -u)
export GIT_INDEX_FILE GIT_TERMINAL_PROMPT=0

# The token stays in the environment: no file and no command line holds it.
# shellcheck disable=SC2016
helper='!f() { echo username=x-access-token; echo "password=$GITHUB_TOKEN"; }; f'
remote() {
  git -c credential.helper= -c credential.helper="$helper" "$@"
}

# The lines with an address, each once and in order: the form of scripts/content/format-addresses.ts.
both_lists() {
  echo '['
  cat "$@" | grep -oE '"/([a-z0-9-]+/)*"' | LC_ALL=C sort -u | sed 's/^/  /; $!s/$/,/'
  echo ']'
}

tip=
for _ in 1 2 3 4 5; do
  former=$tip
  remote fetch --quiet --depth=1 origin "refs/heads/$branch"
  tip=$(git rev-parse FETCH_HEAD)
  # Refused although nothing came between: it would be refused again.
  if [ "$tip" = "$former" ]; then break; fi
  blob=$(git show "$tip:$list" | both_lists - "$published" | git hash-object -w --stdin)
  if [ "$blob" = "$(git rev-parse "$tip:$list")" ]; then
    echo "The list on $branch names every published address."
    exit 0
  fi
  git read-tree "$tip"
  git update-index --cacheinfo "100644,$blob,$list"
  commit=$(git commit-tree -p "$tip" -m 'Note the addresses that are published' "$(git write-tree)")
  if remote push --quiet origin "$commit:refs/heads/$branch"; then
    git diff --unified=0 "$tip" "$commit" -- "$list" | grep '^+ ' || true
    exit 0
  fi
done

echo "::error::The published addresses could not be noted on $branch — run “npm run addresses” and commit $list"
exit 1
