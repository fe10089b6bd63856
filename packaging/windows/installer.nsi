; SPDX-License-Identifier: GPL-3.0-or-later
; The installer: one file, silent with /S, folder with /D=... last. makensis -DVERSION= -DPROGRAMS= -DLICENCES= -DOUTPUT= installer.nsi
Target amd64-unicode
SetCompressor /SOLID lzma
SetCompressorDictSize 64 ; both programs fit in, so that what they share is packed once
ManifestDPIAware true
ManifestSupportedOS {8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a}
RequestExecutionLevel admin
!include LogicLib.nsh
!include WordFunc.nsh
!include x64.nsh

Name "Cloud Sync Setup"
OutFile "${OUTPUT}"
InstallDir "$PROGRAMFILES64\Cloud Sync Setup"
Icon "${ICON}"
UninstallIcon "${ICON}"
BrandingText "Cloud Sync Setup ${VERSION}"
ShowInstDetails show
ShowUninstDetails show
!ifdef SIGN
!uninstfinalize '${SIGN} "%1"'
!endif
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "Cloud Sync Setup"
VIAddVersionKey FileDescription "Cloud Sync Setup, installer"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey LegalCopyright "GPL-3.0-or-later"
VIAddVersionKey CompanyName "The Cloud Sync Setup project"

!define ENTRY "Software\Microsoft\Windows\CurrentVersion\Uninstall\CloudSyncSetup"
!define EVENTS "SYSTEM\CurrentControlSet\Services\EventLog\Application\Cloud Sync Setup"

LicenseData "${LICENCES}/LICENSE.txt"
Page license
Page directory
Page instfiles
UninstPage uninstConfirm
UninstPage instfiles

Function .onInit
    SetRegView 64
    SetShellVarContext all
    ReadRegStr $0 HKLM "${ENTRY}" "DisplayVersion"
    ${If} $0 != ""
        ReadRegStr $1 HKLM "${ENTRY}" "InstallLocation"
        ${If} $1 != ""
            StrCpy $INSTDIR $1 ; an upgrade goes where the program is
        ${EndIf}
        ${VersionCompare} "$0" "${VERSION}" $2
        ${If} $2 == 1
            MessageBox MB_OK|MB_ICONSTOP "Version $0 of Cloud Sync Setup is installed. This installer holds the older version ${VERSION}. Remove the newer version first if you want the older one." /SD IDOK
            SetErrorLevel 1638
            Quit
        ${EndIf}
    ${EndIf}
FunctionEnd

Section
    SetOutPath "$INSTDIR"
    SetOverwrite on
    File "${PROGRAMS}/cloud-sync-setup.exe"
    File "${PROGRAMS}/cloud-sync-setup-cli.exe"
    File "${LICENCES}/LICENSE.txt"
    SetOutPath "$INSTDIR\licences"
    File "${LICENCES}/third-party/*"
    SetOutPath "$INSTDIR"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    CreateShortcut "$SMPROGRAMS\Cloud Sync Setup.lnk" "$INSTDIR\cloud-sync-setup.exe"
    WriteRegStr HKLM "${ENTRY}" "DisplayName" "Cloud Sync Setup"
    WriteRegStr HKLM "${ENTRY}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKLM "${ENTRY}" "Publisher" "The Cloud Sync Setup project"
    WriteRegStr HKLM "${ENTRY}" "DisplayIcon" "$INSTDIR\cloud-sync-setup.exe"
    WriteRegStr HKLM "${ENTRY}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKLM "${ENTRY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKLM "${ENTRY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKLM "${ENTRY}" "NoModify" 1
    WriteRegDWORD HKLM "${ENTRY}" "NoRepair" 1
    WriteRegDWORD HKLM "${ENTRY}" "EstimatedSize" ${KILOBYTES}
    ; Where the event viewer finds the texts of our events.
    WriteRegExpandStr HKLM "${EVENTS}" "EventMessageFile" "$INSTDIR\cloud-sync-setup-cli.exe"
    WriteRegDWORD HKLM "${EVENTS}" "TypesSupported" 7
SectionEnd

Function un.onInit
    SetRegView 64
    SetShellVarContext all
FunctionEnd

Section Uninstall
    Delete "$SMPROGRAMS\Cloud Sync Setup.lnk"
    Delete "$INSTDIR\cloud-sync-setup.exe"
    Delete "$INSTDIR\cloud-sync-setup-cli.exe"
    Delete "$INSTDIR\LICENSE.txt"
    RMDir /r "$INSTDIR\licences"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    DeleteRegKey HKLM "${ENTRY}"
    DeleteRegKey HKLM "${EVENTS}"
    DeleteRegValue HKLM "Software\Microsoft\Windows\CurrentVersion\RunOnce" "CloudSyncSetup" ; a start after a restart (RestartResume.cpp)
    DetailPrint "Removed: the program, its Start-menu entry and its entry among the installed apps."
    DetailPrint "What set-ups made stays: the provisioning agent, what stands in Active Directory and in the tenant,"
    DetailPrint "and the journals and reports of the runs in ProgramData\CloudSyncSetup, with which they could be taken back."
SectionEnd
