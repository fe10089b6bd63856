// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/Resources.h"

#include <QtCore/qglobal.h>

void registerCloudSyncResources()
{
    Q_INIT_RESOURCE(resources);
}
