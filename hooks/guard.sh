#!/bin/sh
# What every hook of Guard does. "guard install" puts this file beside the hooks, "guard uninstall" takes it away.
# A hook sources it after setting guard_event, and guard_kept to the exit code of the older lines in the same hook.
# Every line ends in a comment, so that the CR of a checkout with CRLF falls into it. It starts Node and, beside it, one git.
#
[ "${guard_kept:-0}" = 0 ] || exit "$guard_kept" #
guard_stop() { printf 'guard: %s Nothing counts as checked, so git stopped. %s (--no-verify goes on without any check.)\n' "$1" "$2" >&2; exit 3; } #
if [ -x "${0%/*}/$guard_event.guard-kept" ]; then "${0%/*}/$guard_event.guard-kept" "$@" || exit $?; fi # an older hook that was moved aside
#
# The common git folder, which a linked worktree shares with the main one; git exports GIT_DIR there and in submodules.
guard_git=${GIT_DIR:-.git} #
if [ -f "$guard_git" ]; then IFS= read -r guard_git <"$guard_git" || :; guard_git=${guard_git#gitdir: }; fi # "gitdir: PATH"
guard_common=. #
if [ -f "$guard_git/commondir" ]; then IFS= read -r guard_common <"$guard_git/commondir" || :; fi # "../..", or an absolute path
case $guard_common in /* | ?:*) ;; *) guard_common=$guard_git/$guard_common ;; esac #
#
guard_node= guard_recorded= #
if [ -f "$guard_common/guard/node" ]; then IFS= read -r guard_node <"$guard_common/guard/node" || :; fi #
if [ -f "$guard_common/guard/entry" ]; then IFS= read -r guard_recorded <"$guard_common/guard/entry" || :; fi #
[ -x "$guard_node" ] || guard_node=node #
command -v "$guard_node" >/dev/null || guard_stop "There is no Node: not the one that was recorded, none on PATH." "Install Node 22.18 or newer, then run: npx --no guard install" #
guard_hook=@vibetech/guard/hooks/hook.cjs #
guard_entry=node_modules/$guard_hook #
[ -f "$guard_entry" ] || guard_entry=$guard_common/../node_modules/$guard_hook # the main worktree's
[ -f "$guard_entry" ] || guard_entry=$guard_recorded # the one that installed the hooks
[ -f "$guard_entry" ] || guard_stop "@vibetech/guard is not installed here." "Run: npm install, then npx --no guard install; to part with Guard, delete the lines of $0 that end in '# guard'." #
#
# git lists what is staged while Node starts; how it ended comes behind the list, so that no half list is taken for a whole one. Where anything is
# odd, Guard asks git itself. The index is held open on 8 from before git reads it: what replaces it meanwhile is noticed.
guard_list() { #
  "${GIT_EXEC_PATH:+$GIT_EXEC_PATH/}git" --no-pager --no-optional-locks --no-replace-objects -c core.fsmonitor=false -c protocol.allow=never diff-index --cached --raw -z --no-renames --no-abbrev --ita-invisible-in-index --ignore-submodules=none HEAD -- 2>/dev/null #
  printf 'guard-list/1 %s' "$?" #
} #
# An empty NODE_EXTRA_CA_CERTS saves Node from reading certificates at its start; Guard never goes online. The compile cache saves it from compiling
# the same code at every commit.
guard_code=0 guard_index=${GIT_INDEX_FILE:-$guard_git/index} #
case $guard_event in pre-commit | pre-merge-commit) ;; *) guard_index= ;; esac #
if [ -f "$guard_index" ]; then #
  exec 8<"$guard_index" #
  guard_list | GUARD_LIST=1 NODE_EXTRA_CA_CERTS= NODE_COMPILE_CACHE="$guard_common/guard/cache/code" "$guard_node" "$guard_entry" "$guard_event" "$@" || guard_code=$? #
  exec 8<&- #
else #
  NODE_EXTRA_CA_CERTS= NODE_COMPILE_CACHE="$guard_common/guard/cache/code" "$guard_node" "$guard_entry" "$guard_event" "$@" || guard_code=$? #
fi #
case $guard_code in #
  70) ;; # judged, nothing blocks; no exit, so that lines behind Guard's still run
  71) exit 1 ;; # judged, something blocks
  *) guard_stop "The check ended with code $guard_code, which is no verdict." "Run: npx --no guard check" ;; # only a verdict answers 70 or 71
esac #
