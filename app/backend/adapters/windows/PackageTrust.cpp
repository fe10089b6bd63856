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

struct Judgement
{
    LONG verdict = TRUST_E_NOSIGNATURE;
    QString signer;
};

/// One judgement of the whole file, with or without asking for revocations.
Judgement judge(const QString &path, bool askRevocations)
{
    WINTRUST_FILE_INFO file{};
    file.cbStruct = sizeof file;
    file.pcwszFilePath = wide(path);
    WINTRUST_DATA data{};
    data.cbStruct = sizeof data;
    data.dwUIChoice = WTD_UI_NONE;
    data.fdwRevocationChecks = askRevocations ? WTD_REVOKE_WHOLECHAIN : WTD_REVOKE_NONE;
    data.dwUnionChoice = WTD_CHOICE_FILE;
    data.pFile = &file;
    data.dwStateAction = WTD_STATEACTION_VERIFY;
    data.dwProvFlags = askRevocations ? WTD_REVOCATION_CHECK_CHAIN_EXCLUDE_ROOT : WTD_REVOCATION_CHECK_NONE;
    GUID action = WINTRUST_ACTION_GENERIC_VERIFY_V2;
    auto *nobody = static_cast<HWND>(INVALID_HANDLE_VALUE); // no window of ours: nothing is asked
    Judgement judgement;
    judgement.verdict = ::WinVerifyTrust(nobody, &action, &data);
    CRYPT_PROVIDER_DATA *provider = ::WTHelperProvDataFromStateData(data.hWVTStateData);
    CRYPT_PROVIDER_SGNR *signer = provider ? ::WTHelperGetProvSignerFromChain(provider, 0, FALSE, 0) : nullptr;
    if (CRYPT_PROVIDER_CERT *certificate = signer ? ::WTHelperGetProvCertFromChain(signer, 0) : nullptr)
        judgement.signer = commonNameOf(certificate->pCert);
    // The chain's own state counts, too: Wine's verdict is good although it knows that nobody trusts the authority, and a policy of a computer
    // may loosen the verdict. A package from outside is not where that is wanted.
    constexpr DWORD unacceptable = CERT_TRUST_IS_UNTRUSTED_ROOT | CERT_TRUST_IS_PARTIAL_CHAIN | CERT_TRUST_IS_REVOKED | CERT_TRUST_IS_NOT_SIGNATURE_VALID
                                   | CERT_TRUST_IS_NOT_VALID_FOR_USAGE;
    if (judgement.verdict == ERROR_SUCCESS
        && (!signer || !signer->pChainContext || (signer->pChainContext->TrustStatus.dwErrorStatus & unacceptable) != 0))
        judgement.verdict = static_cast<LONG>(CERT_E_UNTRUSTEDROOT);
    data.dwStateAction = WTD_STATEACTION_CLOSE;
    ::WinVerifyTrust(nobody, &action, &data);
    return judgement;
}

} // namespace

void verifySignature(PackageFacts &facts)
{
    Judgement judgement = judge(facts.path, true);
    // A server without a way to the list of revocations is common; the rest of the judgement stands.
    if (judgement.verdict == static_cast<LONG>(CERT_E_REVOCATION_FAILURE) || judgement.verdict == static_cast<LONG>(CRYPT_E_REVOCATION_OFFLINE)
        || judgement.verdict == static_cast<LONG>(CRYPT_E_NO_REVOCATION_CHECK))
        judgement = judge(facts.path, false);
    facts.signer = judgement.signer;
    facts.signatureValid = judgement.verdict == ERROR_SUCCESS && !facts.signer.isEmpty();
    if (!facts.signatureValid)
        facts.signatureProblem = systemError(static_cast<DWORD>(judgement.verdict));
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
