// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-DISPLAY-SPECIFIER", "[directory]") {
  auto facts = test::healthy_directory();
  const auto verdict_of = [&](std::string_view menu) {
    facts.display_specifiers = {
        {facts.names.intern("CN=user-Display,CN=40C,CN=DisplaySpecifiers,CN=Configuration,DC=hopital,DC=test"), menu}};
    return test::verdict("DIR-DISPLAY-SPECIFIER", facts);
  };
  CHECK(verdict_of("2,&Outil,\\\\SRV-FICHIERS\\public\\outil.vbs") == Verdict::fail);
  CHECK(verdict_of("2,&Outil,\\\\autre.test\\sysvol\\outil.vbs") == Verdict::fail);
  CHECK(verdict_of("2,&Outil,\\\\hopital.test\\sysvol\\..\\public\\outil.vbs") == Verdict::fail);
  CHECK(verdict_of("2,&Outil,\\\\HOPITAL.test\\SYSVOL\\hopital.test\\scripts\\outil.vbs") == Verdict::pass);
  CHECK(verdict_of("1,{08eb4fa6-6ffd-11d1-b0e0-00c04fd8dca6}") == Verdict::pass);
  facts.forest.domains.clear();
  CHECK(test::verdict("DIR-DISPLAY-SPECIFIER", facts) == Verdict::unknown);
}
