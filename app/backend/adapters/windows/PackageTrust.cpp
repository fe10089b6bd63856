// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/windows/PackageTrust.h"

#include "backend/adapters/windows/WindowsText.h"

#include <QVarLengthArray>

#include <wincrypt.h>
#include <wintrust.h>

#include <softpub.h>

#include <array>

namespace cloudsync::windows {

namespace {

QString commonNameOf(PCCERT_CONTEXT certificate)
{
    std::array<char, sizeof szOID_COMMON_NAME> attribute{szOID_COMMON_NAME};
    const DWORD size = ::CertGetNameStringW(certificate, CERT_NAME_ATTR_TYPE, 0, attribute.data(), nullptr, 0);
    QVarLengthArray<wchar_t, 256> name(static_cast<qsizetype>(size));
    ::CertGetNameStringW(certificate, CERT_NAME_ATTR_TYPE, 0, attribute.data(), name.data(), size);
    return QString::fromWCharArray(name.data());
}

QString signerOf(HANDLE state)
{
    CRYPT_PROVIDER_DATA *data = ::WTHelperProvDataFromStateData(state);
    CRYPT_PROVIDER_SGNR *signer = data ? ::WTHelperGetProvSignerFromChain(data, 0, FALSE, 0) : nullptr;
    CRYPT_PROVIDER_CERT *certificate = signer ? ::WTHelperGetProvCertFromChain(signer, 0) : nullptr;
    return certificate ? commonNameOf(certificate->pCert) : QString();
}

} // namespace

void verifySignature(PackageFacts &facts)
{
    WINTRUST_FILE_INFO file{};
    file.cbStruct = sizeof file;
    file.pcwszFilePath = wide(facts.path);
    WINTRUST_DATA data{};
    data.cbStruct = sizeof data;
    data.dwUIChoice = WTD_UI_NONE;
    data.fdwRevocationChecks = WTD_REVOKE_WHOLECHAIN;
    data.dwUnionChoice = WTD_CHOICE_FILE;
    data.pFile = &file;
    data.dwStateAction = WTD_STATEACTION_VERIFY;
    data.dwProvFlags = WTD_REVOCATION_CHECK_CHAIN_EXCLUDE_ROOT;
    GUID action = WINTRUST_ACTION_GENERIC_VERIFY_V2;
    auto *nobody = static_cast<HWND>(INVALID_HANDLE_VALUE); // no window of ours: nothing is asked
    LONG verdict = ::WinVerifyTrust(nobody, &action, &data);
    facts.signer = signerOf(data.hWVTStateData);
    data.dwStateAction = WTD_STATEACTION_CLOSE;
    ::WinVerifyTrust(nobody, &action, &data);
    // A server without a way to the list of revocations is common; the rest of the judgement stands.
    if (verdict == static_cast<LONG>(CERT_E_REVOCATION_FAILURE) || verdict == static_cast<LONG>(CRYPT_E_REVOCATION_OFFLINE)
        || verdict == static_cast<LONG>(CRYPT_E_NO_REVOCATION_CHECK)) {
        data.fdwRevocationChecks = WTD_REVOKE_NONE;
        data.dwProvFlags = WTD_REVOCATION_CHECK_NONE;
        data.dwStateAction = WTD_STATEACTION_VERIFY;
        verdict = ::WinVerifyTrust(nobody, &action, &data);
        facts.signer = signerOf(data.hWVTStateData);
        data.dwStateAction = WTD_STATEACTION_CLOSE;
        ::WinVerifyTrust(nobody, &action, &data);
    }
    facts.signatureValid = verdict == ERROR_SUCCESS && !facts.signer.isEmpty();
    if (!facts.signatureValid)
        facts.signatureProblem = systemError(static_cast<DWORD>(verdict));
}

QString fileVersion(const QString &path)
{
    DWORD nothing = 0;
    const DWORD size = ::GetFileVersionInfoSizeW(wide(path), &nothing);
    QByteArray block(static_cast<qsizetype>(size), '\0');
    VS_FIXEDFILEINFO *fixed = nullptr;
    UINT length = 0;
    if (size == 0 || !::GetFileVersionInfoW(wide(path), 0, size, block.data())
        || !::VerQueryValueW(block.data(), L"\\", reinterpret_cast<void **>(&fixed), &length) || length < sizeof *fixed)
        return {};
    return QStringLiteral("%1.%2.%3.%4")
        .arg(fixed->dwFileVersionMS >> 16)
        .arg(fixed->dwFileVersionMS & 0xffff)
        .arg(fixed->dwFileVersionLS >> 16)
        .arg(fixed->dwFileVersionLS & 0xffff);
}

} // namespace cloudsync::windows
