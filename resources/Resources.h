// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Registers what resources.qrc holds (":/cloud-sync-setup/…"). A static library's resources are only there once somebody calls
/// this; calling it again has no effect. Stands outside of any namespace because Q_INIT_RESOURCE needs that.
void registerCloudSyncResources();
