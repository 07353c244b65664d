#!/bin/sh
# What every hook of Guard does. "guard install" puts this file beside the hooks, "guard uninstall" takes it away.
# A hook sources it after setting guard_event, and guard_kept to the exit code of the older lines in the same hook.
# Every line ends in a comment, so that the CR of a checkout with CRLF falls into it. It starts Node and, beside it, one git.
#
[ "${guard_kept:-0}" = 0 ] || exit "$guard_kept" #
guard_stop() { printf 'guard: %s Nothing counts as checked, so git stopped. %s (--no-verify goes on without any check.)\n' "$1" "$2" >&2; exit 3; } #
# At a push git writes to the hook which refs go where; the hook has read that into guard_refs, because there may be two who want to know.
guard_given() { if [ "$guard_event" = pre-push ]; then printf '%s\n' "$guard_refs"; else :; fi; } #
if [ -x "${0%/*}/$guard_event.guard-kept" ]; then guard_given | "${0%/*}/$guard_event.guard-kept" "$@" || exit $?; fi # an older hook that was moved aside
#
# The common git folder, which a linked worktree shares with the main one; git exports GIT_DIR there and in submodules.
guard_git=${GIT_DIR:-.git} #
if [ -f "$guard_git" ]; then IFS= read -r guard_git <"$guard_git" || :; guard_git=${guard_git#gitdir: }; fi # "gitdir: PATH"
guard_common=. #
if [ -f "$guard_git/commondir" ]; then IFS= read -r guard_common <"$guard_git/commondir" || :; fi # "../..", or an absolute path
case $guard_common in /* | ?:*) ;; *) guard_common=$guard_git/$guard_common ;; esac #
guard_ask() { "${GIT_EXEC_PATH:+$GIT_EXEC_PATH/}git" --no-pager --no-optional-locks --no-replace-objects -c core.fsmonitor=false -c protocol.allow=never -c log.showSignature=false "$@" 2>/dev/null; } #
#
# What was committed is held against what was judged, without Node: these hooks run behind --no-verify too. A line says how it went; the next run of
# Guard that has the time takes it over. A file that a check has left behind is empty once its commit has been made.
guard_record() { #
  guard_result=mismatch guard_detail= guard_head= guard_oid= guard_ok=$guard_git/guard/last-ok #
  [ "$guard_event ${1-}" != "post-merge 1" ] || return 0 # a squash makes no commit
  IFS= read -r guard_head <"$guard_git/HEAD" || :; #
  case $guard_head in #
    "ref: "*) guard_head=$guard_common/${guard_head#ref: }; if [ -f "$guard_head" ]; then IFS= read -r guard_oid <"$guard_head" || :; fi ;; #
    *) guard_oid=$guard_head ;; # detached
  esac #
  case $guard_oid in '' | *[!0-9a-f]*) guard_oid=$(guard_ask rev-parse -q --verify HEAD) || return 0 ;; esac #
  if [ -s "$guard_ok" ]; then # "guard-ok/2 BASE CHECK ASKER ..."
    IFS=' ' read -r guard_a guard_base guard_check guard_asker guard_b <"$guard_ok" || :; #
    guard_detail="$guard_a $guard_base $guard_check $guard_asker $guard_b" #
    # One git asks before the commit and tells behind it: then this is what was checked, and the run that takes the line over sees whether it is still the
    # same. Beneath another program (husky), or where all have the process 1 for a parent (Windows), that is asked at once.
    if [ "$guard_asker" = "$PPID" ] && [ "$PPID" != 1 ]; then guard_result=unproved; else #
      guard_result=$({ guard_ask diff-tree -r --raw -z --no-renames --no-abbrev --ignore-submodules=none "$guard_base" "$guard_oid" -- || echo failed; } | guard_ask hash-object --stdin --no-filters -- "$guard_git/guard/passed/$guard_check" | { read -r guard_a && read -r guard_b && [ "$guard_a" = "$guard_b" ] && echo match || echo mismatch; }) #
    fi #
    [ "$guard_result" = mismatch ] || printf '' >"$guard_ok" #
  fi 2>/dev/null #
  if [ "$guard_result" = mismatch ]; then #
    if [ -d "$guard_git/rebase-merge" ] || [ -f "$guard_git/rebase-apply/rebasing" ] || [ -d "$guard_git/sequencer" ]; then return 0; fi # git runs no check there
    guard_detail=$(guard_ask log -g -1 --format=%gs HEAD --) || guard_detail= # "commit (amend): ...", "merge topic: Fast-forward"
    case $guard_detail in *": Fast-forward") return 0 ;; commit*) guard_detail=${guard_detail%%:*} ;; *) guard_detail=${guard_detail%%[: ]*} ;; esac #
    case $guard_detail in "commit (cherry-pick)") ;; commit*) printf 'guard: No check is on record for commit %s (--no-verify?). It will be judged when it is pushed; npx --no guard audit tells more.\n' "$guard_oid" >&2 ;; esac #
  fi #
  [ -d "$guard_git/guard" ] || mkdir "$guard_git/guard" 2>/dev/null #
  { printf '%s %s %s %s\n' "$guard_oid" "$guard_result" "$guard_event" "$guard_detail" >>"$guard_git/guard/pending"; } 2>/dev/null || printf 'guard: That commit %s was made could not be written down.\n' "$guard_oid" >&2 #
} #
case $guard_event in post-commit | post-merge | post-applypatch) guard_record "$@" || :; return 0 ;; esac #
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
  guard_ask diff-index --cached --raw -z --no-renames --no-abbrev --ita-invisible-in-index --ignore-submodules=none HEAD -- #
  printf 'guard-list/2 %s\n' "$?" #
} #
#
# What the last commit looked at on this machine, this one will want to know too: the process for it starts beside the hook. What it says follows the list;
# it is in the background, so that nobody waits while it tidies up.
guard_watched=$guard_common/guard/cache/looks-at-machine guard_probes=0 #
[ ! -s "$guard_watched" ] || guard_probes=1 #
guard_look() { (unset NODE_OPTIONS; NODE_EXTRA_CA_CERTS= GUARD_CODE="$guard_common/guard/cache/code" exec "$guard_node" --no-warnings "${guard_entry%hook.cjs}child.cjs" "$guard_watched" 2>/dev/null </dev/null) & } #
guard_list_and() { if [ "$guard_probes" = 1 ]; then guard_look | { guard_list </dev/null; cat; }; else guard_list; fi; } #
# An empty NODE_EXTRA_CA_CERTS saves Node from reading certificates at its start; Guard never goes online. GUARD_CODE: where hook.cjs keeps compiled code.
guard_code=0 guard_index=${GIT_INDEX_FILE:-$guard_git/index} #
case $guard_event in pre-commit | pre-merge-commit) ;; *) guard_index= ;; esac #
if [ -f "$guard_index" ]; then #
  exec 8<"$guard_index" #
  guard_list_and | GUARD_LIST=1 GUARD_ASKER=$PPID GUARD_PROBES=$guard_probes NODE_EXTRA_CA_CERTS= GUARD_CODE="$guard_common/guard/cache/code" "$guard_node" "$guard_entry" "$guard_event" "$@" || guard_code=$? #
  exec 8<&- #
else #
  guard_given | GUARD_ASKER=$PPID NODE_EXTRA_CA_CERTS= GUARD_CODE="$guard_common/guard/cache/code" "$guard_node" "$guard_entry" "$guard_event" "$@" || guard_code=$? #
fi #
case $guard_code in #
  70) ;; # judged, nothing blocks; no exit, so that lines behind Guard's still run
  71) exit 1 ;; # judged, something blocks
  *) guard_stop "The check ended with code $guard_code, which is no verdict." "Run: npx --no guard check" ;; # only a verdict answers 70 or 71
esac #
