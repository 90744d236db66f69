// SPDX-License-Identifier: EUPL-1.2
#include "core/i18n.hpp"

#include "core/embedded.hpp"

#include <atomic>
#include <boost/locale/generator.hpp>
#include <boost/locale/gnu_gettext.hpp>
#include <boost/locale/message.hpp>
#include <cstdlib>
#include <vector>

namespace hygie::core {
namespace {

HYGIE_EMBEDDED(messages_fr)

std::atomic<Language> current{Language::en};

/// A locale whose only facet of interest is the French catalogue, read from the program itself.
std::locale make_french() {
  boost::locale::gnu_gettext::messages_info info;
  info.language = "fr";
  info.encoding = "UTF-8";
  info.domains.emplace_back("hygie");
  info.paths.emplace_back("");
  info.callback = [](const std::string& file, const std::string&) {
    const auto bytes = messages_fr();
    if (file.find("fr") == std::string::npos || file.find(".mo") == std::string::npos) return std::vector<char>{};
    return std::vector<char>(bytes.begin(), bytes.end());
  };
  return {std::locale::classic(), boost::locale::gnu_gettext::create_messages_facet<char>(info)};
}

}  // namespace

void set_language(Language language) { current = language; }
Language language() { return current; }

Language language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    return std::string_view(value).starts_with("fr") ? Language::fr : Language::en;
  }
  return Language::en;
}

std::string tr(const char* msgid) {
  if (current == Language::en) return msgid;
  static const std::locale french = make_french();
  return boost::locale::translate(msgid).str(french);
}

}  // namespace hygie::core
