// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cloudsync::windows {

/// To be called first in main(): libraries come from Windows' own folder alone, memory that was freed wrongly ends the process, child
/// processes get no error dialogues of ours, and Windows Error Reporting makes no dump of this program (it could hold a password).
void hardenProcess();

} // namespace cloudsync::windows
