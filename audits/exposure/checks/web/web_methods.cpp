// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/sites.hpp"

namespace hygie::exposure {

Findings web_trace(const ExposureFacts& facts, const Params&) { return never_present(facts, &Site::trace); }
Findings web_put(const ExposureFacts& facts, const Params&) { return never_present(facts, &Site::put); }
Findings web_dav(const ExposureFacts& facts, const Params&) { return never_present(facts, &Site::webdav); }
Findings web_open_proxy(const ExposureFacts& facts, const Params&) { return never_present(facts, &Site::proxies); }
Findings web_cors(const ExposureFacts& facts, const Params&) { return never_present(facts, &Site::foreign_origin); }

}  // namespace hygie::exposure
