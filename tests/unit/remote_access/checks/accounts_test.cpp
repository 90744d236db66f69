// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/remote_access_cases.hpp"

using namespace hygie;
using remote_access::Access;
using remote_access::Account;
using remote_access::Said;
using test::at_day;
using test::hold_cases;
using enum core::Verdict;

namespace {

using Change = std::function<void(Account&)>;

std::function<void(Access&)> account(const Change& change) {
  return [change](Access& access) { change(access.accounts.front()); };
}

/// A second access with the same account, that `change` then makes different.
core::Verdict with_second(std::string_view id, const std::function<void(Access&)>& change) {
  auto facts = test::sound_accesses();
  auto second = test::first_access(facts);
  second.id = "TM-LIS-02";
  change(second);
  facts.declared.accesses.push_back(second);
  return test::verdict(id, facts);
}

}  // namespace

TEST_CASE("Accounts are known", "[remote_access][accounts]") {
  hold_cases("RAC-ACCOUNT-NONE", {{"none", [](Access& a) { a.accounts.clear(); }, fail}});
}

TEST_CASE("A second factor is asked of every account, and it is not a text message", "[remote_access][accounts]") {
  const auto none = account([](Account& a) { a.second_factor = "none"; });
  hold_cases("RAC-MFA", {{"none", none, fail},
                         {"not said", account([](Account& a) { a.second_factor.clear(); }), unknown},
                         {"a service", account([](Account& a) { a.kind = "service"; }), not_applicable},
                         {"disabled", account([](Account& a) { a.state = "disabled"; }), not_applicable}});
  const auto at_door = [&](const char* kind, Said internet) {
    return [=](Access& access) {
      none(access);
      access.door.kind = kind;
      access.door.internet = internet;
    };
  };
  hold_cases("RAC-MFA-INTERNET", {{"a bastion, said to be on the internet", at_door("bastion", Said::yes), fail},
                                  {"a virtual private network", at_door("vpn", Said::nothing), fail},
                                  {"the same, said not to be", at_door("vpn", Said::no), not_applicable},
                                  {"a bastion", at_door("bastion", Said::nothing), not_applicable}});
  CHECK([&] {
    auto facts = test::sound_accesses();
    at_door("vpn", Said::nothing)(test::first_access(facts));
    return test::verdict("RAC-MFA", facts);
  }() == not_applicable);
  hold_cases("RAC-MFA-SMS", {{"a text message", account([](Account& a) { a.second_factor = "sms"; }), fail},
                             {"none", none, not_applicable}});
}

TEST_CASE("An account is one person's, on one machine, with its own secret", "[remote_access][accounts]") {
  hold_cases("RAC-ACCOUNT-SHARED", {{"shared", account([](Account& a) { a.kind = "shared"; }), fail},
                                    {"without a holder", account([](Account& a) { a.holder.clear(); }), fail},
                                    {"a service", account([](Account& a) { a.kind = "service"; }), pass},
                                    {"not said", account([](Account& a) { a.kind.clear(); }), unknown}});
  CHECK(with_second("RAC-ACCOUNT-REUSED", [](Access&) {}) == fail);
  CHECK(with_second("RAC-ACCOUNT-REUSED", [](Access& a) { a.accounts.front().name = "tm-lis"; }) == pass);
  CHECK(with_second("RAC-ACCOUNT-REUSED", [](Access& a) { a.closed = Said::yes; }) == pass);
  CHECK(with_second("RAC-SECRET-REUSED", [](Access&) {}) == fail);
  CHECK(with_second("RAC-SECRET-REUSED", [](Access& a) { a.accounts.front().keys = {"SHA256:lis"}; }) == pass);
  hold_cases("RAC-SECRET-REUSED",
             {{"elsewhere", account([](Account& a) { a.secret_elsewhere = Said::yes; }), fail},
              {"not said", account([](Account& a) { a.secret_elsewhere = Said::nothing; }), unknown}});
}

TEST_CASE("An account has few rights, in a directory of its own, for a time", "[remote_access][accounts]") {
  hold_cases("RAC-ACCOUNT-PRIVILEGED", {{"root", account([](Account& a) { a.privilege = "root"; }), fail},
                                        {"domain", account([](Account& a) { a.privilege = "domain-admin"; }), fail},
                                        {"sudo", account([](Account& a) { a.privilege = "sudo"; }), pass},
                                        {"not said", account([](Account& a) { a.privilege.clear(); }), unknown}});
  hold_cases("RAC-ACCOUNT-DIRECTORY", {{"main", account([](Account& a) { a.directory = "ad-main"; }), fail},
                                       {"the suppliers'", account([](Account& a) { a.directory = "ad-vendor"; }), pass},
                                       {"not said", account([](Account& a) { a.directory.clear(); }), unknown}});
  hold_cases("RAC-SECRET-OLD",
             {{"365 days", account([](Account& a) { a.secret_changed = at_day("2025-11-25"); }), pass},
              {"366 days", account([](Account& a) { a.secret_changed = at_day("2025-11-24"); }), fail},
              {"not said", account([](Account& a) { a.secret_changed.reset(); }), unknown}});
  hold_cases("RAC-ACCOUNT-PERMANENT",
             {{"always", account([](Account& a) { a.state = "permanent"; }), fail},
              {"not said", account([](Account& a) { a.state.clear(); }), unknown},
              {"remote monitoring", [](Access& a) { a.category = "telesurveillance"; }, not_applicable}});
}

TEST_CASE("No account outlives its access or its contract", "[remote_access][accounts]") {
  const auto over = [](const Change& change) {
    return [change](Access& a) {
      a.expires = at_day("2026-11-24");
      change(a.accounts.front());
    };
  };
  hold_cases("RAC-ACCOUNT-AFTER-END",
             {{"enabled", over([](Account&) {}), fail},
              {"disabled", over([](Account& a) { a.state = "disabled"; }), pass},
              {"not said", over([](Account& a) { a.state.clear(); }), unknown},
              {"the contract ended", [](Access& a) { a.contract.end = at_day("2026-11-01"); }, fail},
              {"both go on", [](Access&) {}, not_applicable}});
}
