# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154
# Part of test-wine.sh: installer and MSI, inventories before and after.
echo "--- installer"
installer=$package/cloud-sync-setup-$version-installer.exe
programs="$WINEPREFIX/drive_c/Program Files/Cloud Sync Setup"
uninstall() { LIMIT=60 run "C:\\Program Files\\Cloud Sync Setup\\uninstall.exe" /S; "$server" -w; }
inventory >"$work/before"
check 'the installer works silently' run "$(windows_path "$installer")" /S
check 'the programs are there' test -e "$programs/cloud-sync-setup.exe" -a -e "$programs/cloud-sync-setup-cli.exe" -a -e "$programs/LICENSE.txt"
check 'the installed program runs' run 'C:\Program Files\Cloud Sync Setup\cloud-sync-setup-cli.exe' version
check 'it stands in the Start menu' test -n "$(find "$WINEPREFIX/drive_c" -name 'Cloud Sync Setup.lnk' -print -quit)"
check 'it stands among the installed apps' run reg query 'HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall\CloudSyncSetup' /v DisplayVersion
events='HKLM\System\CurrentControlSet\Services\EventLog\Application\Cloud Sync Setup'
message_file() { run reg query "$events" /v EventMessageFile | tr -d '\r' | sed -n 's/.*EventMessageFile *REG_[A-Z_]* *//p'; }
equal 'the event viewer finds the texts' 'C:\Program Files\Cloud Sync Setup\cloud-sync-setup-cli.exe' "$(message_file)"
check 'an upgrade goes in place' run "$(windows_path "$installer")" /S
# The same content as a later version, then the older one on top of it.
makensis -V1 -DVERSION=99.0.0 "-DPROGRAMS=$package" "-DLICENCES=$BUILD/staging" "-DICON=$BUILD/windows/cloud-sync-setup.ico" -DKILOBYTES=1 \
    "-DOUTPUT=$work/later.exe" "$here/installer.nsi"
check 'a later version is installed over it' run "$(windows_path "$work/later.exe")" /S
run "$(windows_path "$installer")" /S >/dev/null 2>&1
equal 'an older version is refused' 102 $? # 1638 in the eight bits that Linux shows of it
equal 'the later version is still there' 99.0.0 \
    "$(run reg query 'HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall\CloudSyncSetup' /v DisplayVersion | tr -d '\r' | awk '/DisplayVersion/{print $3}')"
# A start that was asked for and never came goes with the program.
run reg add 'HKLM\Software\Microsoft\Windows\CurrentVersion\RunOnce' /v CloudSyncSetup /d cloud-sync-setup.exe /f >/dev/null
check 'the uninstaller works silently' uninstall
inventory >"$work/after"
echo "inventory before and after (diff): $(diff "$work/before" "$work/after" | grep -c '^[<>]') lines"
check 'registry, files and services are as before' diff "$work/before" "$work/after"
LIMIT=180
check 'the MSI installs' run msiexec /i "$(windows_path "$package/cloud-sync-setup-$version.msi")" /qn
check 'the MSI has put the programs there' test -e "$programs/cloud-sync-setup-cli.exe"
equal 'the event viewer finds the texts of the MSI, too' 'C:\Program Files\Cloud Sync Setup\cloud-sync-setup-cli.exe' "$(message_file)"
check 'the MSI is removed' run msiexec /x "$(windows_path "$package/cloud-sync-setup-$version.msi")" /qn
check 'the MSI leaves no program behind' test ! -e "$programs"
unset LIMIT
